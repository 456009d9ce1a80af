import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';

import { JobBacklog } from '../../jobs/index.js';
import { type Counts, RecentCounts } from '../../metrics/index.js';
import { type Minute, minuteOf } from './minute.js';
import { SharedMinutes } from './shared-minutes.js';

const STEP_MS = 10_000;
const MINUTE_MS = 60_000;
export const KEPT_MINUTES = 60;

/** Takes down what this process does in each minute. Read off the metrics every ten seconds: requests cost nothing more. */
@Injectable()
export class MinuteRecorder implements OnModuleInit, OnApplicationShutdown {
  /** By their number since 1970, the oldest first. */
  readonly #minutes = new Map<number, Minute>();
  #begun: { readonly minute: number; readonly counts: Counts } | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly counts: RecentCounts,
    private readonly backlog: JobBacklog,
    private readonly shared: SharedMinutes,
  ) {}

  async onModuleInit(): Promise<void> {
    this.#begun = { minute: currentMinute(), counts: await this.counts.now() };
    this.#schedule();
  }

  onApplicationShutdown(): void {
    clearTimeout(this.#timer);
  }

  of(minute: number): Minute | undefined {
    return this.#minutes.get(minute);
  }

  /** Brings the minute under way up to date, here and for the other processes. */
  async note(): Promise<void> {
    const [now, queue] = await Promise.all([this.counts.now(), this.#queueLength()]);
    const begun = this.#begun;
    // Somebody else has looked meanwhile, and later.
    if (!begun || now.at < begun.counts.at) return;
    const content = minuteOf(now, begun.counts, queue);
    this.#minutes.set(begun.minute, content);
    const minute = currentMinute();
    if (minute !== begun.minute) this.#begin(minute, now);
    await this.shared.publish(begun.minute, content);
  }

  async #queueLength(): Promise<Minute['queue']> {
    const census = await this.backlog.census().catch(() => undefined);
    return census ? { length: census.queued + census.running, at: Date.now() } : null;
  }

  #begin(minute: number, counts: Counts): void {
    this.#begun = { minute, counts };
    for (const old of this.#minutes.keys()) if (old <= minute - KEPT_MINUTES) this.#minutes.delete(old);
  }

  /** With the clock on the wall, so that a minute ends when it does. */
  #schedule(): void {
    this.#timer = setTimeout(
      () => {
        void this.note();
        this.#schedule();
      },
      STEP_MS - (Date.now() % STEP_MS),
    ).unref();
  }
}

export function currentMinute(): number {
  return Math.floor(Date.now() / MINUTE_MS);
}

export function startOf(minute: number): Date {
  return new Date(minute * MINUTE_MS);
}
