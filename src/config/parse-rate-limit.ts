const SECONDS_PER_UNIT = { second: 1, minute: 60, hour: 3600, day: 86_400 } as const;

export interface RateLimit {
  readonly count: number;
  readonly windowSeconds: number;
  readonly unit: keyof typeof SECONDS_PER_UNIT;
}

/** Reads a limit such as `100/hour`. @throws RangeError for anything that the schema refuses */
export function parseRateLimit(text: string): RateLimit {
  const [, count, unit] = /^(\d+)\/(second|minute|hour|day)$/.exec(text) ?? [];
  if (!isUnit(unit)) throw new RangeError('expected <count>/<second|minute|hour|day>');
  return { count: Number(count), windowSeconds: SECONDS_PER_UNIT[unit], unit };
}

function isUnit(unit: string | undefined): unit is RateLimit['unit'] {
  return unit !== undefined && unit in SECONDS_PER_UNIT;
}
