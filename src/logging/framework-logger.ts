import { Inject, Injectable } from '@nestjs/common';
import { Logger, PARAMS_PROVIDER_TOKEN, type Params, PinoLogger } from 'nestjs-pino';

import { LEVEL_NUMBERS, type LevelName } from './levels.js';
import { LogLevels } from './log-levels.js';
import { isFramework } from './named-loggers.js';

/** Nest's logger on ours: asks the level of the module, and takes the framework's own chatter for the lowest. */
@Injectable()
export class FrameworkLogger extends Logger {
  constructor(
    logger: PinoLogger,
    @Inject(PARAMS_PROVIDER_TOKEN) params: Params,
    private readonly levels: LogLevels,
  ) {
    super(logger, params);
  }

  override verbose(message: unknown, ...parameters: unknown[]): void {
    if (this.#passes('TRACE', parameters)) super.verbose(message, ...parameters);
  }

  override debug(message: unknown, ...parameters: unknown[]): void {
    if (this.#passes('DEBUG', parameters)) super.debug(message, ...parameters);
  }

  override log(message: unknown, ...parameters: unknown[]): void {
    if (isFramework(String(parameters.at(-1)))) this.verbose(message, ...parameters);
    else if (this.#passes('INFO', parameters)) super.log(message, ...parameters);
  }

  override warn(message: unknown, ...parameters: unknown[]): void {
    if (this.#passes('WARNING', parameters)) super.warn(message, ...parameters);
  }

  override error(message: unknown, ...parameters: unknown[]): void {
    if (this.#passes('ERROR', parameters)) super.error(message, ...parameters);
  }

  override fatal(message: unknown, ...parameters: unknown[]): void {
    if (this.#passes('CRITICAL', parameters)) super.fatal(message, ...parameters);
  }

  /** The name of the module comes last. */
  #passes(level: LevelName, parameters: readonly unknown[]): boolean {
    return this.levels.passes(String(parameters.at(-1)), LEVEL_NUMBERS[level]);
  }
}
