import httpProxy from '@fastify/http-proxy';
import jwt from '@fastify/jwt';
import rateLimit from '@fastify/rate-limit';
import { fastify } from 'fastify';

import { LIMIT, WINDOW_MS, announce, jwtSecret, upstreamUrl } from './listen.ts';

const app = fastify({ bodyLimit: 64 * 1024 * 1024 });
await app.register(jwt, { secret: jwtSecret });
await app.register(rateLimit, { max: LIMIT, timeWindow: WINDOW_MS });
await app.register(httpProxy, {
  upstream: upstreamUrl,
  undici: { connections: 64, pipelining: 1 },
  preHandler: (request, _reply, done) => {
    request.jwtVerify().then(() => {
      done();
    }, done);
  },
});
await app.listen({ port: 0, host: '127.0.0.1' });
announce(app.server.address());
