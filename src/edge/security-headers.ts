import type { RequestHandler } from 'express';

import type { AppConfig } from '../config/index.js';

/** The seed page's headers, as configured, on every answer. */
export function securityHeaders({ headers }: AppConfig['security']): RequestHandler {
  const entries = Object.entries(headers);
  return (_request, response, next) => {
    for (const [name, value] of entries) response.setHeader(name, value);
    next();
  };
}
