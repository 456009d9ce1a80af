import type { AppConfig } from '../config/index.js';
import { LEVEL_NUMBERS, type LevelName, SILENT, louderOf } from './levels.js';
import { ACCESS, namedLogger } from './named-loggers.js';

/** Every module that has no level of its own. */
export const ALL_MODULES = '*';
/** `setTimeout` cannot wait any longer: about 24 days. */
const MAX_TIMER_MS = 2 ** 31 - 1;

export interface ModuleLevel {
  /** The name in the `context` of its lines, `access` for the lines of requests, or `*`. */
  readonly module: string;
  /** Undefined: it is silent. */
  readonly level: LevelName | undefined;
  /** Whether somebody has set it while the gateway was running. */
  readonly overridden: boolean;
  /** When the configured level comes back; undefined: with the next start. */
  readonly until: Date | undefined;
}

interface Override {
  readonly level: LevelName;
  readonly until: Date | undefined;
  readonly timer: NodeJS.Timeout | undefined;
}

/** Which lines are written, module by module: as configured, or as an administrator of this process wants it. */
export class LogLevels {
  readonly #overrides = new Map<string, Override>();
  /** Numbers of pino, of every module that has written or wanted to. */
  readonly #lowest = new Map<string, number>();

  constructor(private readonly config: Pick<AppConfig, 'logging' | 'runtime'>) {}

  /** @param level a number of pino's */
  passes(module: string, level: number): boolean {
    return level >= (this.#lowest.get(module) ?? this.#learn(module));
  }

  /**
   * @param module `*` means every module that has not been set by its own name
   * @param level goes below LOG_LEVEL, too
   * @param forMs how long, at most 24 days; undefined: until the process ends
   */
  set(module: string, level: LevelName, forMs?: number): void {
    this.reset(module);
    const waitMs = forMs === undefined ? undefined : Math.min(forMs, MAX_TIMER_MS);
    const revert = (): void => {
      this.reset(module);
    };
    this.#overrides.set(module, {
      level,
      until: waitMs === undefined ? undefined : new Date(Date.now() + waitMs),
      timer: waitMs === undefined ? undefined : setTimeout(revert, waitMs).unref(),
    });
    this.#learnAnew();
  }

  /** Back to what is configured. */
  reset(module: string): void {
    clearTimeout(this.#overrides.get(module)?.timer);
    this.#overrides.delete(module);
    this.#learnAnew();
  }

  /** Every module back to what is configured. */
  resetAll(): void {
    for (const module of [...this.#overrides.keys()]) this.reset(module);
  }

  isOverridden(module: string): boolean {
    return this.#overrides.size > 0 && this.#override(module) !== undefined;
  }

  /** `*`, what was set, and every module that has written or wanted to. */
  list(): ModuleLevel[] {
    const modules = new Set([ALL_MODULES, ACCESS, ...this.#overrides.keys(), ...this.#lowest.keys()]);
    return [...modules].sort().map((module) => {
      const override = this.#override(module);
      return {
        module,
        level: override?.level ?? this.#configured(module),
        overridden: override !== undefined,
        until: override?.until,
      };
    });
  }

  #override(module: string): Override | undefined {
    return this.#overrides.get(module) ?? this.#overrides.get(ALL_MODULES);
  }

  /** LOG_LEVEL is the floor. */
  #configured(module: string): LevelName | undefined {
    const { level } = namedLogger(this.config.logging, module);
    return level && louderOf(level, this.config.runtime.log_level);
  }

  #learn(module: string): number {
    const level = this.#override(module)?.level ?? this.#configured(module);
    const lowest = level === undefined ? SILENT : LEVEL_NUMBERS[level];
    this.#lowest.set(module, lowest);
    return lowest;
  }

  #learnAnew(): void {
    for (const module of this.#lowest.keys()) this.#learn(module);
  }
}
