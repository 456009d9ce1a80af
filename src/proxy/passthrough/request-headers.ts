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

function clientHeaders({ headers, headersDistinct }: Request): Headers {
  const named = namedByConnection(headers.connection);
  const kept: Headers = {};
  for (const name of Object.keys(headers)) {
    if (isKeptFromService(name) || named.has(name)) continue;
    kept[name] = headersDistinct[name] ?? [];
  }
  return kept;
}
