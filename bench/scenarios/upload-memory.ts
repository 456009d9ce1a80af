import { setTimeout as delay } from 'node:timers/promises';

import { residentBytes } from '../machine/process-usage.ts';
import { probe } from './probe.ts';
import { type Scenario, SkippedError } from './scenario.ts';
import { proxiedRequest } from './subjects.ts';
import { sendOne } from './upload.ts';

const MEGABYTE = 1_000_000;
const SAMPLE_MS = 20;

/** How much the gateway's memory grows while a hundred people send 20 MB each. */
export const uploadMemory: Scenario = {
  name: 'upload-memory',
  async run({ gateway, options }) {
    const { effort, proxyPath } = options;
    await probe(gateway.url, proxiedRequest({ gateway, options }));
    await sendOne(gateway, proxyPath);
    const idle = residentBytes(gateway.pid);
    if (idle === undefined) throw new SkippedError('memory cannot be read here');
    const uploads = Promise.all(
      Array.from({ length: effort.concurrentUploads }, () => sendOne(gateway, proxyPath)),
    );
    const peak = await peakUntil(uploads, gateway.pid);
    return { uploadGrowthMegabytes: (peak - idle) / MEGABYTE };
  },
};

async function peakUntil(end: Promise<unknown>, pid: number): Promise<number> {
  let peak = 0;
  let isOver = false;
  const watch = async (): Promise<void> => {
    while (!isOver) {
      peak = Math.max(peak, residentBytes(pid) ?? 0);
      await delay(SAMPLE_MS);
    }
  };
  const watching = watch();
  try {
    await end;
  } finally {
    isOver = true;
    await watching;
  }
  return peak;
}
