import type { AddressInfo } from 'node:net';

/** What the bench tells a server of servers/. */
export const upstreamUrl = process.env.UPSTREAM_URL ?? '';
export const jwtSecret = process.env.JWT_SECRET ?? '';
/** High enough to be counted and never reached. */
export const LIMIT = 1_000_000_000;
export const WINDOW_MS = 3_600_000;

/** Tells the bench where we listen; the program ends with the bench. */
export function announce(address: AddressInfo | string | null): void {
  const port = typeof address === 'object' && address ? address.port : 0;
  process.send?.({ type: 'ready', url: `http://127.0.0.1:${port}` });
  process.on('disconnect', () => process.exit());
}
