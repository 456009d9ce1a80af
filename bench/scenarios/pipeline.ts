import { Connection, isSuccess } from '../load/connection.ts';
import { type Request, encode } from '../load/request.ts';
import { median } from '../statistics.ts';
import { documentRequest } from './document-request.ts';
import { probe } from './probe.ts';
import type { Scenario } from './scenario.ts';

/** Embedding runs beside what follows preparation, and is over before that. */
const DELAYS_MS = { '/process': 40, '/embed': 60, '/classify': 30, '/ocr': 60, '/extract': 30 };
/** The phases that wait for each other. */
const CRITICAL_PATH = ['/process', '/classify', '/ocr', '/extract'];
const DOCUMENTS = 12;
const WARM_UP_DOCUMENTS = 50;

/** How much longer a document takes than its critical path, asked of the microservices directly. */
export const pipeline: Scenario = {
  name: 'pipeline',
  async run({ gateway, site, upstream }) {
    const newDocument = (): Request => documentRequest(gateway.headers);
    await probe(gateway.url, newDocument());
    await timeAllMs(gateway.url, Array.from({ length: WARM_UP_DOCUMENTS }, newDocument));
    upstream.delayPhases(DELAYS_MS);
    try {
      const overheadsMs: number[] = [];
      for (let sent = 0; sent < DOCUMENTS; sent += 1) {
        const direct = await timeAllMs(site.upstreamUrl, CRITICAL_PATH.map(phaseRequest));
        const through = await timeAllMs(gateway.url, [newDocument()]);
        overheadsMs.push(through - direct);
      }
      return { pipelineOverheadMs: median(overheadsMs) };
    } finally {
      upstream.delayPhases({});
    }
  },
};

function phaseRequest(path: string): Request {
  return { ...documentRequest({}), path };
}

/** One after the other. */
async function timeAllMs(url: string, requests: readonly Request[]): Promise<number> {
  const connection = await Connection.open(url);
  const startedAt = performance.now();
  for (const request of requests) {
    const status = await connection.exchange(encode(url, request));
    if (!isSuccess(status)) throw new Error(`${request.method} ${request.path} answers ${status}`);
  }
  connection.close();
  return performance.now() - startedAt;
}
