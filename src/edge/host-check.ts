import type { Request, RequestHandler } from 'express';

import { HostNotAllowedError } from '../common/errors/index.js';

/** Kubernetes and Docker probe by address, not by name; these answers tell nothing that a host protects. */
const PROBES = new Set(['/health', '/health/live', '/health/ready']);

/** Refuses a `Host` that is missing, repeated, malformed or not one of ours (RFC 9112, 3.2). */
export function checkHost(allowedHosts: readonly string[]): RequestHandler {
  const isAllowed = hostMatcher(allowedHosts);
  return (request, _response, next) => {
    if (PROBES.has(request.path) || isAllowed(singleHost(request))) next();
    else throw new HostNotAllowedError('This host is not served here.');
  };
}

function singleHost(request: Request): string {
  const values = request.headersDistinct.host ?? [];
  return values.length === 1 ? (values[0] ?? '') : '';
}

/** Host and optional port, with nothing that could be read in two ways. */
const HOST = /^([a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;
const PATTERN = /^(.*?)(:\d{1,5})?$/;

/** @param patterns names, `*.domain`, addresses, `*` for any; with a port only that port is right */
export function hostMatcher(patterns: readonly string[]): (host: string) => boolean {
  const matchers = patterns.map(patternMatcher);
  return (host) => {
    const [, name, port] = HOST.exec(host.toLowerCase()) ?? [];
    return name !== undefined && matchers.some((matches) => matches(name, port));
  };
}

type HostPatternMatcher = (name: string, port: string | undefined) => boolean;

function patternMatcher(pattern: string): HostPatternMatcher {
  const [, wanted = '', wantedPort] = PATTERN.exec(pattern.toLowerCase()) ?? [];
  const matchesName = nameMatcher(wanted);
  return (name, port) => matchesName(name) && (wantedPort === undefined || port === wantedPort);
}

function nameMatcher(wanted: string): (name: string) => boolean {
  if (wanted === '*') return () => true;
  if (wanted.startsWith('*.')) return (name) => name.endsWith(wanted.slice(1));
  return (name) => name === wanted;
}
