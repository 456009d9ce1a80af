import { nodePeer } from './node-peer.ts';

export const naiveNest = nodePeer(
  'naive NestJS',
  '@nestjs/axios, passport-jwt on every request, ThrottlerGuard in memory',
  'naive-nest.ts',
);
