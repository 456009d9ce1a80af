import type { Request } from '../load/request.ts';
import { SkippedError } from './scenario.ts';

/**
 * Sends a request once, before it is sent many times.
 * @throws SkippedError when the route does not exist, or refuses
 */
export async function probe(url: string, { method, path, headers, body }: Request): Promise<Response> {
  const response = await fetch(new URL(path, url), {
    method,
    headers,
    ...(body && { body: new Uint8Array(body) }),
  });
  const text = await response.text();
  if (response.status === 404) throw new SkippedError(`${method} ${path} does not exist yet`);
  if (!response.ok)
    throw new SkippedError(`${method} ${path} answers ${response.status}: ${text.slice(0, 300)}`);
  return response;
}
