import { setTimeout as delay } from 'node:timers/promises';

import { Connection, isSuccess } from './connection.ts';
import { type Request, encode } from './request.ts';

const ANSWER_WAIT_MS = 5_000;

export interface OpenLoop {
  readonly url: string;
  readonly request: Request;
  readonly perSecond: number;
  readonly seconds: number;
}

export interface OpenLoopResult {
  /** Milliseconds, of the requests that were answered with success. */
  readonly latenciesMs: readonly number[];
  readonly failures: number;
}

/**
 * Sends at a fixed rate whatever the answers do, on as many connections as that takes, so that a stall of the proxy
 * counts for every request that fell into it (no coordinated omission). A request's time starts when it is sent:
 * the lateness of our own timer is not the proxy's.
 */
export async function openLoop({ url, request, perSecond, seconds }: OpenLoop): Promise<OpenLoopResult> {
  const sender = new Sender(url, encode(url, request));
  const startedAt = performance.now();
  const total = perSecond * seconds;
  let sent = 0;
  while (sent < total) {
    const due = Math.min(total, Math.ceil(((performance.now() - startedAt) / 1000) * perSecond));
    for (; sent < due; sent += 1) sender.send();
    await delay(1);
  }
  return sender.finish();
}

class Sender {
  readonly #idle: Connection[] = [];
  readonly #latenciesMs: number[] = [];
  readonly #running = new Set<Promise<void>>();
  readonly #url: string;
  readonly #bytes: Buffer;
  #failures = 0;

  constructor(url: string, bytes: Buffer) {
    this.#url = url;
    this.#bytes = bytes;
  }

  send(): void {
    const running = this.#exchange().finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  async finish(): Promise<OpenLoopResult> {
    await Promise.race([Promise.all(this.#running), delay(ANSWER_WAIT_MS)]);
    for (const connection of this.#idle) connection.close();
    return { latenciesMs: this.#latenciesMs, failures: this.#failures + this.#running.size };
  }

  async #exchange(): Promise<void> {
    const sentAt = performance.now();
    const connection = this.#idle.pop() ?? (await Connection.open(this.#url));
    const status = await connection.exchange(this.#bytes);
    if (isSuccess(status)) this.#latenciesMs.push(performance.now() - sentAt);
    else this.#failures += 1;
    if (connection.isOpen) this.#idle.push(connection);
  }
}
