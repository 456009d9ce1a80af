import type { IncomingHttpHeaders } from 'node:http';

import type { Response } from 'express';

import type { UpstreamInstance } from '../service-client/index.js';
import { isKeptFromClient, namedByConnection } from './header-names.js';

type Address = Pick<UpstreamInstance, 'url' | 'basePath'>;

/**
 * Takes the microservice's headers over. Those that the gateway has set already stay as they are: it answers for
 * security, identity and limits.
 * @param mount goes before a path that a `Location` names, such as `/services/ocr_extractor`
 * @param instances of the microservice, whose addresses mean nothing to a client
 */
export function copyAnswerHeaders(
  headers: IncomingHttpHeaders,
  response: Response,
  mount: string,
  instances: readonly Address[],
): void {
  const named = namedByConnection(headers.connection);
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || isKeptFromClient(name) || named.has(name)) continue;
    // `response.vary` would throw on what is not a list of names.
    if (name === 'vary') response.append(name, value);
    else if (name === 'location' && typeof value === 'string')
      response.setHeader(name, clientLocation(value, mount, instances));
    else if (!response.hasHeader(name)) response.setHeader(name, value);
  }
}

/** A redirect within the microservice stays within its route. */
function clientLocation(location: string, mount: string, instances: readonly Address[]): string {
  const origin = instances.map(({ url }) => url.origin).find((known) => isWithin(location, known)) ?? '';
  const path = location.slice(origin.length) || '/';
  if (!path.startsWith('/') || path.startsWith('//')) return location;
  const base = instances.map(({ basePath }) => basePath).find((known) => isWithin(path, known)) ?? '';
  return mount + (path.slice(base.length) || '/');
}

function isWithin(location: string, base: string): boolean {
  return location === base || location.startsWith(`${base}/`);
}
