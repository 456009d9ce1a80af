import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

import type { SupervisorAnswer, SupervisorRequest } from './protocol.ts';
import type { ServerKind } from './recipe.ts';

const PROGRAM = join(import.meta.dirname, 'supervisor.ts');

/** Starts a supervisor and talks to it. When this process ends, however it does, the servers end too. */
export class Supervisor {
  /** For everything temporary of the run; removed at its end. Short, because socket paths are bounded. */
  readonly folder = mkdtempSync(join(existsSync('/tmp') ? '/tmp' : tmpdir(), 'iris-test-'));
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #waiting = new Map<number, PromiseWithResolvers<string>>();
  #lastId = 0;

  constructor() {
    // Detached: a Ctrl-C at the terminal must not reach the servers before the tests are over.
    this.#child = spawn(process.execPath, [PROGRAM, this.folder], {
      stdio: ['pipe', 'pipe', 'inherit'],
      detached: true,
    });
    this.#child.unref();
    createInterface({ input: this.#child.stdout }).on('line', (line) => {
      this.#settle(JSON.parse(line) as SupervisorAnswer);
    });
    this.#child.once('exit', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('the supervisor has ended'));
    });
  }

  /** @returns the URL of the server */
  perform(action: SupervisorRequest['action'], server: ServerKind): Promise<string> {
    this.#lastId += 1;
    const request: SupervisorRequest = { id: this.#lastId, action, server };
    const answer = Promise.withResolvers<string>();
    this.#waiting.set(request.id, answer);
    this.#child.stdin.write(`${JSON.stringify(request)}\n`);
    return answer.promise;
  }

  /** Resolves when the servers have ended and their folder is gone. */
  async close(): Promise<void> {
    const exited = once(this.#child, 'exit');
    this.#child.ref();
    this.#child.stdin.end();
    await exited;
  }

  #settle({ id, url, error }: SupervisorAnswer): void {
    const answer = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (url !== undefined) answer?.resolve(url);
    else answer?.reject(new Error(error ?? 'no answer'));
  }
}
