import { nodePeer } from './node-peer.ts';

export const fastify = nodePeer(
  'Fastify',
  '@fastify/http-proxy, @fastify/jwt, @fastify/rate-limit in memory',
  'fastify.ts',
);
