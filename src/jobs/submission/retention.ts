import { ValidationError } from '../../common/errors/index.js';

const RETENTION = /^(\d{1,7})(s|m|h)$/;
const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/**
 * @param header `X-Retention`, such as `0s`, `90m` or `12h`
 * @returns seconds that a result is kept, `longest` without the header
 * @throws ValidationError
 */
export function parseRetention(header: string | undefined, longest: number): number {
  if (header === undefined) return longest;
  const [, count, unit] = RETENTION.exec(header.trim()) ?? [];
  const seconds = Number(count) * (SECONDS[unit ?? ''] ?? Number.NaN);
  if (seconds <= longest) return seconds;
  const detail = `expected a time up to ${longest}s, such as 0s, 90m or 12h`;
  throw new ValidationError([{ pointer: '/headers/x-retention', detail }]);
}
