import { isIP } from 'node:net';
import { z } from 'zod';

/** Timers beyond 2^31 ms fire at once, so no duration may reach that. */
const MAX_SECONDS = 2_000_000;

export const seconds = z.number().positive().max(MAX_SECONDS);
export const secondsOrZero = z.number().min(0).max(MAX_SECONDS);
export const positiveInteger = z.int().min(1);
export const port = z.int().min(0).max(65_535);

/** One or several addresses, with commas between them. */
export const httpUrlList = z.string().refine((text) => addressesOf(text).every(isBareHttpUrl), {
  error: 'expected http:// or https:// addresses without credentials, query or fragment, separated by commas',
});

/** The URL, or nothing for the embedded server. */
export function serverUrl(...schemes: readonly string[]): z.ZodString {
  return z.string().refine((text) => text === '' || hasScheme(text, schemes), {
    error: `expected an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  });
}

export const corsOrigin = z.string().refine((text) => text === '*' || isWebOrigin(text), {
  error: 'expected an exact origin such as https://iris.example.com (no path, no trailing slash), or *',
});

export const hostPattern = z
  .string()
  .regex(/^(\*|(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(:\d{1,5})?$/i, {
    error: 'expected a host name, *.domain, an IPv4 address, an [IPv6 address] or *',
  });

export const addressRange = z.string().refine(isAddressRange, {
  error: 'expected an IP address or a CIDR range such as 10.0.0.0/8',
});

export const headerName = z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, {
  error: 'expected the name of an HTTP header',
});

export const headerValue = z.string().regex(/^[\t\x20-\x7e\x80-\xff]*$/, {
  error: 'expected a header value on one line',
});

export const urlPath = z.string().regex(/^\/[^\s?#]*$/, { error: 'expected a path that begins with /' });

export function addressesOf(list: string): string[] {
  return list.split(',').map((address) => address.trim());
}

function isBareHttpUrl(text: string): boolean {
  if (!URL.canParse(text) || !hasScheme(text, ['http', 'https'])) return false;
  const { username, password, search, hash } = new URL(text);
  return username + password + search + hash === '';
}

function hasScheme(text: string, schemes: readonly string[]): boolean {
  return URL.canParse(text) && schemes.some((scheme) => text.startsWith(`${scheme}://`));
}

function isWebOrigin(text: string): boolean {
  return hasScheme(text, ['http', 'https']) && new URL(text).origin === text;
}

function isAddressRange(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}
