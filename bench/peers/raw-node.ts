import { nodePeer } from './node-peer.ts';

/** The floor: what Node itself costs. */
export const rawNode = nodePeer('raw Node', 'node:http and undici, no policy at all', 'raw-node.ts');
