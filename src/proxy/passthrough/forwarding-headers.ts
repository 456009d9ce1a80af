import type { Request } from 'express';

type Headers = Record<string, string>;

/**
 * Who asked, and how: `X-Forwarded-*` and `Forwarded` (RFC 7239). What the request itself brings of these is believed
 * when it comes from one of our own load balancers, and dropped otherwise.
 */
export function forwardingHeaders(request: Request): Headers {
  const peer = plainAddress(request.socket.remoteAddress ?? '');
  const isTrusted = trusts(request, peer);
  const { protocol } = request;
  const host = (isTrusted && single(request.headers['x-forwarded-host'])) || (request.headers.host ?? '');
  const before = (name: string): string => (isTrusted ? prefix(single(request.headers[name])) : '');
  return {
    'x-forwarded-for': before('x-forwarded-for') + peer,
    'x-forwarded-proto': protocol,
    'x-forwarded-host': host,
    forwarded: `${before('forwarded')}for=${node(peer)};host="${host}";proto=${protocol}`,
    // RFC 9110, 7.6.3. Others may have forwarded before us, and that is no claim that anybody acts on.
    via: `${prefix(single(request.headers.via))}1.1 iris`,
  };
}

function trusts(request: Request, peer: string): boolean {
  const trust = request.app.get('trust proxy fn') as (address: string, hop: number) => boolean;
  return trust(peer, 0);
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}

function prefix(value: string | undefined): string {
  return value === undefined || value === '' ? '' : `${value}, `;
}

/** An IPv4 address that came in on an IPv6 socket is an IPv4 address. */
function plainAddress(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address;
}

/** RFC 7239, 6: an IPv6 address is quoted and in brackets. */
function node(address: string): string {
  return address.includes(':') ? `"[${address}]"` : address;
}
