import { Injectable, Logger } from '@nestjs/common';

import { AuditLog, type AuditOrigin } from '../audit/index.js';
import { LogLevels } from '../logging/index.js';
import { EventBus } from '../redis/index.js';
import { type LogLevelRequest, logLevelSchema, type LogLevelsResponse } from './admin-log-levels.schema.js';

const CHANGED = 'log-level.changed';

/**
 * Levels are for whoever looks into something now: no store keeps them, a replica that starts has what is configured,
 * and one that could not be told keeps what it has.
 */
@Injectable()
export class AdminLogLevelsService {
  readonly #logger = new Logger('LogLevels');

  constructor(
    private readonly levels: LogLevels,
    private readonly bus: EventBus,
    private readonly audit: AuditLog,
  ) {
    bus.subscribe(CHANGED, (payload) => {
      this.#hear(payload);
    });
  }

  list(): LogLevelsResponse {
    const levels = this.levels.list().map(({ level = null, until, ...rest }) => ({
      ...rest,
      level,
      until: until?.toISOString() ?? null,
    }));
    return { levels };
  }

  /** @throws DatabaseUnavailableError, DatabaseBusyError */
  async set(request: LogLevelRequest, origin: AuditOrigin): Promise<LogLevelsResponse> {
    const { level, module = '*', for_seconds: seconds } = request;
    await this.bus.publish(CHANGED, {
      level,
      module,
      ...(seconds !== undefined && { for_seconds: seconds }),
    });
    const details = { level, for_seconds: seconds ?? null };
    await this.audit.record({ ...origin, action: 'log_level.changed', subject: `module:${module}`, details });
    return this.list();
  }

  #hear(payload: unknown): void {
    const event = logLevelSchema.safeParse(payload);
    if (!event.success) return;
    const { level, module = '*', for_seconds: seconds } = event.data;
    if (level !== null) this.levels.set(module, level, seconds && seconds * 1000);
    else if (module === '*') this.levels.resetAll();
    else this.levels.reset(module);
    this.#logger.warn({ module, logLevel: level }, 'log level set by hand');
  }
}
