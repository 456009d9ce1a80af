import { closedLoop } from '../load/closed-loop.ts';
import type { Request } from '../load/request.ts';
import { probe } from './probe.ts';
import { type Scenario, SkippedError } from './scenario.ts';
import { proxiedRequest } from './subjects.ts';

const MEGABYTE = 1_000_000;
const CONNECTIONS = 50;

/** Whether memory grows under load, once the first minute is over. */
export const soak: Scenario = {
  name: 'soak',
  async run({ starter, options }) {
    const minutes = options.soakMinutes;
    if (minutes <= 1) throw new SkippedError('it takes --soak <minutes>, more than one');
    const gateway = await starter.start({ withProbe: true });
    try {
      const request = await proxiedOrOwn(gateway.url, proxiedRequest({ gateway, options }));
      const load = (seconds: number): Promise<unknown> =>
        closedLoop({ url: gateway.url, request, connections: CONNECTIONS, seconds });
      await load(60);
      const before = await gateway.memory();
      await load((minutes - 1) * 60);
      const after = await gateway.memory();
      return {
        soakHeapGrowthMegabytes: (after.heapBytes - before.heapBytes) / MEGABYTE,
        soakResidentGrowthMegabytes: (after.residentBytes - before.residentBytes) / MEGABYTE,
      };
    } finally {
      await gateway.stop();
    }
  },
};

async function proxiedOrOwn(url: string, proxied: Request): Promise<Request> {
  try {
    await probe(url, proxied);
    return proxied;
  } catch {
    console.log('  GET /auth/me instead of a proxied request');
    return { ...proxied, path: '/auth/me' };
  }
}
