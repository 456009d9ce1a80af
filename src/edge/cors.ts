import type { RequestHandler } from 'express';

import type { AppConfig } from '../config/index.js';

type CorsConfig = AppConfig['cors'];

/** What a cookie opens is for the pages that it was made for. */
const OWN_PAGES = /^\/console(?:\/|$)/i;

/**
 * The fetch standard's CORS protocol with exact origins. `*` (development only) reflects the origin, because
 * browsers refuse `*` together with credentials.
 */
export function cors(config: CorsConfig): RequestHandler {
  const isAllowed = originMatcher(config.allow_origins);
  const preflight = preflightHeaders(config);
  const actual = { 'Access-Control-Expose-Headers': config.expose_headers.join(', ') };
  return (request, response, next) => {
    if (OWN_PAGES.test(request.path)) {
      next();
      return;
    }
    response.vary('Origin');
    const isPreflight = request.method === 'OPTIONS' && request.get('access-control-request-method');
    const origin = request.get('origin');
    if (origin !== undefined && isAllowed(origin)) {
      response.setHeader('Access-Control-Allow-Origin', origin);
      if (config.allow_credentials) response.setHeader('Access-Control-Allow-Credentials', 'true');
      response.set(isPreflight ? preflight : actual);
    }
    if (isPreflight) {
      response.vary('Access-Control-Request-Method').vary('Access-Control-Request-Headers').status(204).end();
    } else next();
  };
}

function preflightHeaders(config: CorsConfig): Record<string, string> {
  return {
    'Access-Control-Allow-Methods': config.allow_methods.join(', '),
    'Access-Control-Allow-Headers': config.allow_headers.join(', '),
    'Access-Control-Max-Age': String(config.max_age),
  };
}

function originMatcher(origins: readonly string[]): (origin: string) => boolean {
  const exact = new Set(origins);
  // An opaque origin (`null`) is every sandboxed page there is.
  return exact.has('*') ? (origin) => origin !== 'null' : (origin) => exact.has(origin);
}
