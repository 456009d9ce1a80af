import type { Request } from 'express';

import type { Principal } from '../../common/context/index.js';
import { forwardingHeaders } from './forwarding-headers.js';
import { isKeptFromService, namedByConnection } from './header-names.js';

type Headers = Record<string, string | string[]>;

/** The client's headers as the microservice gets to see them, and what the gateway says of the client. */
export function requestHeaders(request: Request, principal: Principal): Headers {
  return {
    ...clientHeaders(request),
    ...forwardingHeaders(request),
    'x-user-id': principal.userId,
    'x-user-role': principal.role,
  };
}

function clientHeaders({ headers }: Request): Headers {
  const named = namedByConnection(headers.connection);
  const kept: Headers = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !isKeptFromService(name) && !named.has(name)) kept[name] = value;
  }
  return kept;
}
