/** What a client's `Cache-Control` asks of us (RFC 9111, 5.2.1); the directives that mean nothing here are left out. */
export interface CacheDirectives {
  /** Neither read nor write. */
  readonly noStore: boolean;
  /** Do not read, but write. */
  readonly noCache: boolean;
  /** Answer from the cache, or not at all. */
  readonly onlyIfCached: boolean;
  /** Seconds that a result may be old. */
  readonly maxAge: number | undefined;
}

const NONE: CacheDirectives = { noStore: false, noCache: false, onlyIfCached: false, maxAge: undefined };
const MAX_AGE = /^max-age="?(\d{1,9})"?$/;

/** What is not understood is ignored, as the RFC wants it. */
export function parseCacheControl(header: string | undefined): CacheDirectives {
  if (header === undefined) return NONE;
  const directives = header.split(',').map((directive) => directive.trim().toLowerCase());
  const ages = directives.flatMap((directive) => MAX_AGE.exec(directive)?.[1] ?? []).map(Number);
  return {
    noStore: directives.includes('no-store'),
    noCache: directives.includes('no-cache') || ages.includes(0),
    onlyIfCached: directives.includes('only-if-cached'),
    maxAge: ages.length > 0 ? Math.min(...ages) : undefined,
  };
}
