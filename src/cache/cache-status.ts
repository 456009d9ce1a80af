import type { Verdict } from './cache-metrics.js';
import type { Obtained } from './result-cache.js';

const CACHE = 'iris';

/** A part of an answer: what it is called, and how it was come by; undefined for a part that failed. */
export interface AnswerPart {
  readonly name: string;
  readonly obtained: Obtained | undefined;
}

/**
 * What an answer says of the cache: `Cache-Status` (RFC 9211) for the whole of it, with one word for each of several
 * parts, and `Age` where nothing of it is new. Nobody else may keep what is in it.
 */
export function cacheHeaders(parts: readonly AnswerPart[]): Record<string, string> {
  const obtained = parts.flatMap((part) => part.obtained ?? []);
  const isHit = obtained.length === parts.length && obtained.every(({ verdict }) => verdict === 'hit');
  const age = Math.max(0, ...obtained.map(({ ageSeconds }) => ageSeconds));
  return {
    'Cache-Control': 'private, no-store',
    'Cache-Status': [
      CACHE,
      ...(isHit ? hitParameters(obtained) : forwardParameters(parts)),
      ...detail(parts),
    ].join('; '),
    ...(isHit && { Age: String(age) }),
  };
}

function hitParameters(obtained: readonly Obtained[]): string[] {
  return ['hit', `ttl=${Math.min(...obtained.map(({ ttlSeconds }) => ttlSeconds))}`];
}

function forwardParameters(parts: readonly AnswerPart[]): string[] {
  const obtained = parts.flatMap((part) => part.obtained ?? []);
  const forwarded = obtained.filter(({ verdict }) => verdict !== 'hit');
  const isAll = (verdict: Verdict): boolean => forwarded.every((each) => each.verdict === verdict);
  const isWhole = obtained.length === parts.length;
  return [
    `fwd=${reasonOf(obtained)}`,
    ...(forwarded.length > 0 && forwarded.every(({ isStored }) => isStored) && isWhole ? ['stored'] : []),
    ...(forwarded.length > 0 && isAll('collapsed') ? ['collapsed'] : []),
  ];
}

function reasonOf(obtained: readonly Obtained[]): string {
  const verdicts = new Set(obtained.map(({ verdict }) => verdict));
  if (verdicts.has('hit')) return 'partial';
  if (verdicts.has('bypass') || verdicts.has('revalidated')) return 'request';
  return 'miss';
}

function detail(parts: readonly AnswerPart[]): string[] {
  if (parts.length < 2) return [];
  const words = parts.map(({ name, obtained }) => `${name}=${obtained?.verdict ?? 'failed'}`);
  return [`detail="${words.join(' ')}"`];
}
