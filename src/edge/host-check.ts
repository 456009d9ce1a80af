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
const HOST = /^([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?$/;

/** @param patterns names, `*.domain`, addresses, `*` for any; with a port only that port is right */
export function hostMatcher(patterns: readonly string[]): (host: string) => boolean {
  const exact = new Set(patterns.map((pattern) => pattern.toLowerCase()));
  const suffixes = patterns.filter((p) => p.startsWith('*.')).map((p) => p.slice(1).toLowerCase());
  return (host) => {
    const name = HOST.exec(host)?.[1]?.toLowerCase();
    if (name === undefined) return false;
    return (
      exact.has('*') ||
      exact.has(name) ||
      exact.has(host.toLowerCase()) ||
      suffixes.some((s) => name.endsWith(s))
    );
  };
}
