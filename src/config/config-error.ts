import { formatPath, type Path } from './sources/setting.js';

/** One thing that is wrong with the configuration. Holds no value, because a value may be a secret. */
export interface ConfigProblem {
  readonly path: Path;
  /** Where the value came from: `config/cors.yaml:3`, `environment CORS_ORIGINS`, `default`. */
  readonly origin: string;
  /** What was expected. */
  readonly expected: string;
  /** What the operator can do about it. */
  readonly remedy: string;
}

/** The configuration cannot be used. Lists every problem; the message is meant for a terminal. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly ConfigProblem[]) {
    const count = `${problems.length} problem${problems.length === 1 ? '' : 's'}`;
    super([`The configuration cannot be used (${count}):`, ...problems.map(describeProblem)].join('\n'));
  }
}

function describeProblem({ path, origin, expected, remedy }: ConfigProblem): string {
  const subject = path.length === 0 ? origin : `${formatPath(path)}  (${origin})`;
  return `\n  ${subject}\n    ${expected}\n    → ${remedy}`;
}
