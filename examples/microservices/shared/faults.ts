import { invalid, isRecord } from './parameters.ts';
import { HttpError } from './http-error.ts';

const MODES = ['none', 'latency', 'error', 'hang', 'reset', 'invalid_body', 'drip'] as const;
const BODIES = ['broken_json', 'wrong_shape'] as const;

/** What `POST /faults` takes and `GET /faults` shows. */
export interface Fault {
  mode: (typeof MODES)[number];
  /** `latency`: wait before the work; `drip`: wait before each byte. Milliseconds. */
  latency_ms: number;
  /** Share of the calls that suffer, 0..1. */
  rate: number;
  /** The status of `error`. */
  status: number;
  /** How many more calls suffer before the mode falls back to `none`; null: no end. */
  count: number | null;
  /** Only this path suffers; null: every path of the service. */
  path: string | null;
  /** Whether `/health` suffers too. */
  health: boolean;
  /** What `invalid_body` sends. */
  body: (typeof BODIES)[number];
}

const NONE: Fault = {
  mode: 'none',
  latency_ms: 1000,
  rate: 1,
  status: 503,
  count: null,
  path: null,
  health: false,
  body: 'broken_json',
};

/** The faults of one service: set over HTTP, taken by each call. */
export class Faults {
  private current: Fault = NONE;

  get(): Fault {
    return this.current;
  }

  set(input: unknown): Fault {
    this.current = parseFault(input);
    return this.current;
  }

  clear(): Fault {
    this.current = NONE;
    return this.current;
  }

  /** The fault that this call must suffer; uses up one of `count`. */
  take(path: string): Fault {
    const fault = this.current;
    if (fault.mode === 'none' || !isMeant(fault, path) || Math.random() >= fault.rate) return NONE;
    if (fault.count !== null) this.current = fault.count > 1 ? { ...fault, count: fault.count - 1 } : NONE;
    return fault;
  }
}

function isMeant(fault: Fault, path: string): boolean {
  if (path === '/faults' || path === '/stats') return false;
  if (path === '/health') return fault.health;
  return fault.path === null || fault.path === path;
}

function parseFault(input: unknown): Fault {
  if (!isRecord(input)) throw new HttpError(422, 'BODY_INVALID', 'send a JSON object with a mode');
  const number = (name: 'latency_ms' | 'rate' | 'status', min: number, max: number): number => {
    const value = input[name] ?? NONE[name];
    if (typeof value === 'number' && value >= min && value <= max) return value;
    throw invalid(name, `must be a number from ${min} to ${max}`);
  };
  return {
    mode: oneOf('mode', MODES, input['mode']),
    latency_ms: number('latency_ms', 0, 600_000),
    rate: number('rate', 0, 1),
    status: number('status', 400, 599),
    count: parseCount(input['count']),
    path: parsePath(input['path']),
    health: input['health'] === true,
    body: oneOf('body', BODIES, input['body'] ?? NONE.body),
  };
}

function oneOf<T extends string>(name: string, allowed: readonly T[], value: unknown): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw invalid(name, `must be one of ${allowed.join(', ')}`);
  return found;
}

function parseCount(value: unknown): number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
  throw invalid('count', 'must be a whole number above 0');
}

function parsePath(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' && value.startsWith('/')) return value;
  throw invalid('path', 'must be a path such as /process');
}
