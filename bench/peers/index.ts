import { express } from './express.ts';
import { fastApi } from './fastapi.ts';
import { fastify } from './fastify.ts';
import { haproxy } from './haproxy.ts';
import { naiveNest } from './naive-nest.ts';
import { nginx } from './nginx.ts';
import type { Peer } from './peer.ts';
import { rawNode } from './raw-node.ts';

export type { Peer, Site, Target } from './peer.ts';
export { type SharedToken, createSharedToken } from './token.ts';
export { express, fastApi, fastify, haproxy, naiveNest, nginx, rawNode };

export const PEERS: readonly Peer[] = [rawNode, nginx, haproxy, fastify, express, naiveNest, fastApi];
