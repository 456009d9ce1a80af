import { Agent } from 'node:http';

import express from 'express';
import { expressjwt } from 'express-jwt';
import { rateLimit } from 'express-rate-limit';
import { createProxyMiddleware } from 'http-proxy-middleware';

import { LIMIT, WINDOW_MS, announce, jwtSecret, upstreamUrl } from './listen.ts';

const app = express();
app.use(expressjwt({ secret: jwtSecret, algorithms: ['HS256'] }));
app.use(rateLimit({ windowMs: WINDOW_MS, limit: LIMIT, validate: false }));
app.use(
  createProxyMiddleware({
    target: upstreamUrl,
    changeOrigin: true,
    agent: new Agent({ keepAlive: true, maxSockets: 64 }),
  }),
);
const server = app.listen(0, '127.0.0.1', () => {
  announce(server.address());
});
