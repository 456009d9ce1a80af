import { MalformedRequestError } from '../../common/errors/index.js';

/** `/services/<service>`, at the root and under `/v1`, in any case, as the router matches it. */
const MOUNT = /^(?:\/v1)?\/services\/[^/?]+/i;

/** Characters that some servers read as a separator, an end or another character once they have decoded them. */
const AMBIGUOUS = /%(?:00|2e|2f|5c|25)|\\|;/i;
/** Or `#`, which no request target has (RFC 9112, 3.2), and behind which some servers read nothing. */
const UNPRINTABLE = /[^\x21-\x7e]|#/;
const DOT_SEGMENT = /\/\.{1,2}(?=\/|$)/;

/**
 * The path and query for the microservice, byte for byte as the client wrote them.
 * Whatever two servers could read in two ways is refused, so that the path that was matched is the path that is meant.
 * @param requestTarget of the request line (RFC 9112, 3.2)
 * @throws MalformedRequestError
 */
export function targetPath(requestTarget: string): string {
  const mount = MOUNT.exec(requestTarget)?.[0];
  if (mount === undefined) throw new MalformedRequestError('The request target is not a path.');
  const rest = requestTarget.slice(mount.length);
  const queryAt = rest.indexOf('?');
  const path = queryAt === -1 ? rest : rest.slice(0, queryAt);
  if (isAmbiguous(path) || UNPRINTABLE.test(rest)) {
    throw new MalformedRequestError(
      'The path has dot segments, empty segments or encoded separators, which servers read differently.',
    );
  }
  return path === '' ? `/${rest}` : rest;
}

function isAmbiguous(path: string): boolean {
  return AMBIGUOUS.test(path) || DOT_SEGMENT.test(path) || path.includes('//') || !isWellEncoded(path);
}

/** Percent-encoded UTF-8: overlong forms and stray bytes are refused. */
function isWellEncoded(path: string): boolean {
  if (!path.includes('%')) return true;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
