import { Injectable } from '@nestjs/common';

import { atQuantile, rounded, seen } from '../figures.js';
import { total } from '../../metrics/index.js';
import { type Minute, together } from './minute.js';
import { currentMinute, MinuteRecorder, startOf } from './minute-recorder.js';
import { type MinutesOfProcesses, SharedMinutes } from './shared-minutes.js';
import type { HistoryQuery, TrafficHistory, TrafficPoint } from './traffic-history.schema.js';

const SELF = 'self';

/** The traffic of the last hour, minute by minute. */
@Injectable()
export class TrafficHistoryService {
  constructor(
    private readonly recorder: MinuteRecorder,
    private readonly shared: SharedMinutes,
  ) {}

  async read({ minutes: count }: HistoryQuery): Promise<TrafficHistory> {
    await this.recorder.note();
    const last = currentMinute();
    const minutes = Array.from({ length: count }, (_, index) => last - count + 1 + index);
    const shared = await this.shared.read(minutes);
    const known = shared ?? minutes.map((minute) => this.#ownOf(minute));
    return {
      source: shared ? 'all' : 'replica',
      processes: new Set(known.slice(-2).flatMap((processes) => [...processes.keys()])).size,
      points: known.flatMap((processes, index) => pointsOf(minutes[index] ?? last, processes)),
    };
  }

  #ownOf(minute: number): MinutesOfProcesses {
    const own = this.recorder.of(minute);
    return new Map(own ? [[SELF, own]] : []);
  }
}

function pointsOf(minute: number, processes: MinutesOfProcesses): TrafficPoint[] {
  const content = together([...processes.values()]);
  return content ? [toPoint(minute, content)] : [];
}

function toPoint(minute: number, { seconds, statuses, durations, verdicts, queue }: Minute): TrafficPoint {
  return {
    at: startOf(minute).toISOString(),
    seconds: rounded(seconds),
    requests: total(statuses),
    client_errors: total(statuses, (status) => status.startsWith('4')),
    server_errors: total(statuses, (status) => status.startsWith('5')),
    latency: {
      p50: atQuantile(durations, 0.5),
      p95: atQuantile(durations, 0.95),
      p99: atQuantile(durations, 0.99),
    },
    cache: seen(verdicts),
    queue: queue?.length ?? null,
  };
}
