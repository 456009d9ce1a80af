import type { Request } from '../load/request.ts';
import { PEERS, type Peer, type Site, type Target } from '../peers/index.ts';
import { IRIS_CACHED, IRIS_OWN, IRIS_PROXIED } from '../report/figures.ts';
import { documentRequest } from './document-request.ts';
import { probe } from './probe.ts';
import { type Bench, SkippedError } from './scenario.ts';

/** One request to one proxy, sent again and again. */
export interface Subject {
  readonly name: string;
  readonly does: string;
  readonly target: Target;
  readonly request: Request;
}

export function proxiedRequest({ gateway, options }: Pick<Bench, 'gateway' | 'options'>): Request {
  return { method: 'GET', path: options.proxyPath, headers: gateway.headers };
}

/** Starts every peer that can run here, but not the gateway, which runs. Says which ones are left out. */
export async function startPeers({ site }: Bench): Promise<Subject[]> {
  const subjects: Subject[] = [];
  for (const peer of PEERS) {
    const subject = await unlessSkipped(startPeer(peer, site));
    if (subject) subjects.push(subject);
  }
  return subjects;
}

async function startPeer(peer: Peer, site: Site): Promise<Subject> {
  const { name, does } = peer;
  const reason = peer.missing();
  if (reason !== undefined) throw new SkippedError(`${name}, because ${reason}`);
  try {
    const target = await peer.start(site);
    return { name, does, target, request: { method: 'GET', path: '/documents/1', headers: target.headers } };
  } catch (error) {
    // An old version may not know what we ask of it; the others are still worth measuring.
    throw new SkippedError(`${name}, which does not start: ${String(error)}`);
  }
}

/** The gateway's own works, each only where its route exists. */
export async function gatewaySubjects(bench: Bench): Promise<Subject[]> {
  const makers = [proxied, cachedResult, ownAnswer];
  const subjects = await Promise.all(makers.map((make) => unlessSkipped(make(bench))));
  return subjects.filter((subject) => subject !== undefined);
}

async function proxied(bench: Bench): Promise<Subject> {
  const { gateway: target } = bench;
  const request = proxiedRequest(bench);
  await probe(target.url, request);
  const does = 'token, scope, limit, breaker, retry, metrics, access log, security headers';
  return { name: IRIS_PROXIED, does, target, request };
}

async function cachedResult({ gateway: target }: Bench): Promise<Subject> {
  const request = documentRequest(target.headers);
  await probe(target.url, request);
  const { headers } = await probe(target.url, request);
  if (!/\bhit\b/.test(headers.get('cache-status') ?? '')) {
    throw new SkippedError('POST /process has no result cache yet');
  }
  return { name: IRIS_CACHED, does: 'POST /process, the same 4 KB document again', target, request };
}

async function ownAnswer({ gateway: target }: Bench): Promise<Subject> {
  const request: Request = { method: 'GET', path: '/auth/me', headers: target.headers };
  await probe(target.url, request);
  return {
    name: IRIS_OWN,
    does: 'GET /auth/me: every policy and a query to PostgreSQL, no microservice',
    target,
    request,
  };
}

async function unlessSkipped(making: Promise<Subject>): Promise<Subject | undefined> {
  try {
    return await making;
  } catch (error) {
    if (!(error instanceof SkippedError)) throw error;
    console.log(`  left out: ${error.message}`);
    return undefined;
  }
}
