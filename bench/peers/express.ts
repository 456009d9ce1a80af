import { nodePeer } from './node-peer.ts';

export const express = nodePeer(
  'http-proxy-middleware',
  'on Express with express-jwt, express-rate-limit in memory',
  'express.ts',
);
