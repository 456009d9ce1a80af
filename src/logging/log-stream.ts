import type { DestinationStream } from 'pino';

import type { AppConfig } from '../config/index.js';
import { escapeRaw } from './control-characters.js';
import type { LogLevels } from './log-levels.js';
import type { LogOutput } from './log-outputs.js';
import { namedLogger } from './named-loggers.js';

/** pino then tells, with each line, what it was made of. */
const WITH_METADATA = Symbol.for('pino.metadata');

interface LogStreamOptions {
  readonly logging: AppConfig['logging'];
  readonly outputs: ReadonlyMap<string, LogOutput>;
  readonly levels: LogLevels;
  /** Undefined: each line says it in its `context`. */
  readonly module?: string;
}

/** Hands each line to the outputs that its module has in the configuration. */
export class LogStream implements DestinationStream {
  readonly [WITH_METADATA] = true;
  lastLevel = 0;
  lastObj: { readonly context?: string } = {};
  readonly #outputs = new Map<string, readonly LogOutput[]>();

  constructor(private readonly options: LogStreamOptions) {}

  write(line: string): void {
    const module = this.options.module ?? this.lastObj.context ?? '';
    // What an administrator has asked for is shown, too: the level of the console is not changed for it.
    const isAskedFor = this.options.levels.isOverridden(module);
    let safe: string | undefined;
    for (const output of this.#outputs.get(module) ?? this.#learn(module)) {
      const isMeant = this.lastLevel >= output.level || (isAskedFor && output.isConsole);
      // Once for all outputs: lines of requests go to several.
      if (isMeant) output.write((safe ??= escapeRaw(line)));
    }
  }

  /** pino calls it after a fatal error. */
  flushSync(): void {
    for (const output of this.options.outputs.values()) output.flushSync();
  }

  #learn(module: string): readonly LogOutput[] {
    const { logging, outputs } = this.options;
    const found = [...namedLogger(logging, module).handlers].flatMap((name) => outputs.get(name) ?? []);
    this.#outputs.set(module, found);
    return found;
  }
}
