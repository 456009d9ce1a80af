import { Connection, isSuccess } from '../load/connection.ts';
import { encode } from '../load/request.ts';
import { median } from '../statistics.ts';
import { documentRequest } from './document-request.ts';
import { probe } from './probe.ts';
import type { Scenario } from './scenario.ts';

const DELAYS_MS = { '/process': 40, '/embed': 60, '/classify': 30, '/ocr': 60, '/extract': 30 };
/** Embedding runs beside what follows preparation. */
const CRITICAL_PATH_MS = 40 + Math.max(60, 30 + 60 + 30);
const DOCUMENTS = 15;

/** How much longer a document takes than the phases that wait for each other. */
export const pipeline: Scenario = {
  name: 'pipeline',
  async run({ gateway, upstream }) {
    await probe(gateway.url, documentRequest(gateway.headers));
    const connection = await Connection.open(gateway.url);
    upstream.delayPhases(DELAYS_MS);
    try {
      const overheads: number[] = [];
      for (let sent = 0; sent < DOCUMENTS; sent += 1) {
        const bytes = encode(gateway.url, documentRequest(gateway.headers));
        const startedAt = performance.now();
        const status = await connection.exchange(bytes);
        if (!isSuccess(status)) throw new Error(`POST /process answers ${status}`);
        overheads.push(performance.now() - startedAt - CRITICAL_PATH_MS);
      }
      return { pipelineOverheadMs: median(overheads) };
    } finally {
      upstream.delayPhases({});
      connection.close();
    }
  },
};
