import { hostname } from 'node:os';

import { Injectable } from '@nestjs/common';

import { JobBacklog } from '../jobs/index.js';
import { type Counts, difference, RecentCounts, total } from '../metrics/index.js';
import type { Stats, StatsPeriod } from './admin-stats.schema.js';
import { atQuantile, rounded, seen } from './figures.js';

/** What this process has done, and the jobs of all. */
@Injectable()
export class AdminStatsService {
  constructor(
    private readonly counts: RecentCounts,
    private readonly backlog: JobBacklog,
  ) {}

  async read(): Promise<Stats> {
    const [now, jobs] = await Promise.all([this.counts.now(), this.backlog.byState().catch(() => null)]);
    const uptime = process.uptime();
    return {
      replica: {
        host: hostname(),
        pid: process.pid,
        uptime: Math.floor(uptime),
        memory: memory(),
        since_start: describe(now, uptime),
        last_5_minutes: since(this.counts.before(now), now),
      },
      jobs,
    };
  }
}

function since(before: Counts, now: Counts): StatsPeriod {
  const added: Counts = {
    at: now.at,
    statuses: difference(now.statuses, before.statuses),
    durations: difference(now.durations, before.durations),
    verdicts: difference(now.verdicts, before.verdicts),
    units: difference(now.units, before.units),
  };
  return describe(added, (now.at - before.at) / 1000);
}

function describe({ statuses, durations, verdicts, units }: Counts, seconds: number): StatsPeriod {
  const requests = total(statuses);
  const server = total(statuses, (status) => status.startsWith('5'));
  return {
    seconds: rounded(seconds),
    traffic: {
      requests,
      per_second: rounded(requests / Math.max(1, seconds)),
      by_status: seen(statuses),
    },
    errors: {
      client: total(statuses, (status) => status.startsWith('4')),
      server,
      server_share: rounded(server / Math.max(1, requests)),
    },
    latency: {
      p50: atQuantile(durations, 0.5),
      p95: atQuantile(durations, 0.95),
      p99: atQuantile(durations, 0.99),
    },
    cache: seen(verdicts),
    limits: seen(units),
  };
}

function memory(): Stats['replica']['memory'] {
  const { rss, heapUsed, heapTotal, external, arrayBuffers } = process.memoryUsage();
  return { rss, heap_used: heapUsed, heap_total: heapTotal, external, array_buffers: arrayBuffers };
}
