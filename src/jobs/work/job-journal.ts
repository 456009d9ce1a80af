import { Logger } from '@nestjs/common';

import type { Operation, Result } from '../../cache/index.js';
import type { RequestContext } from '../../common/context/index.js';
import {
  type Checkpoints,
  type Phase,
  type PhaseListener,
  type PhaseReport,
  PHASES,
} from '../../pipeline/index.js';
import type { Job } from '../job.entity.js';
import type { JobStore } from './job-store.js';
import { persist } from './persist.js';

/** A job is not through before its result is written down. */
const MOST_BEFORE_THE_END = 99;

interface Writer {
  readonly store: JobStore;
  readonly job: Job;
}

type Entry = (writer: Writer) => Promise<void>;

/**
 * What a run leaves behind for the next attempt, and for those who watch it. It is kept in memory until the run belongs
 * to a job, and from then on in the database.
 */
export class JobJournal implements Checkpoints {
  readonly #logger = new Logger('Jobs');
  readonly #ended = new Set<Phase>();
  /** What is to be written once there is a job to write it to. */
  #pending: Entry[] = [];
  #writer: Writer | undefined;
  #written: Promise<void> = Promise.resolve();

  /** @param context of the run */
  constructor(private readonly context: RequestContext) {}

  /** From now on the run belongs to this job; what has happened so far is written as well. */
  attach(writer: Writer): void {
    this.#writer = writer;
    for (const entry of this.#pending) this.#enqueue(writer, entry);
    this.#pending = [];
  }

  async recall(key: string, operation: Operation): Promise<Result | undefined> {
    const writer = this.#writer;
    if (!writer || writer.job.claims === 1) return undefined;
    const { store, job } = writer;
    return persist(() => store.findCheckpoint(job.id, key, operation), this.context.signal);
  }

  async keep(key: string, operation: Operation, result: Result): Promise<void> {
    const entry: Entry = ({ store, job }) =>
      persist(() => store.keepCheckpoint(job.id, key, operation, result), this.context.signal);
    if (this.#writer) await entry(this.#writer);
    else this.#pending.push(entry);
  }

  readonly onPhase: PhaseListener = (phase, report, breaker) => {
    if (report) this.#ended.add(phase);
    const progress = Math.min(MOST_BEFORE_THE_END, Math.round((this.#ended.size / PHASES.length) * 100));
    const { calls: upstream_calls } = this.context.upstream;
    const step = { at: new Date(), progress, data: { phase, ...describe(report), breaker, upstream_calls } };
    const entry: Entry = ({ store, job }) => persist(() => store.notePhase(job, step), this.context.signal);
    if (this.#writer) this.#enqueue(this.#writer, entry);
    else this.#pending.push(entry);
  };

  /** Resolves when all is written that has happened; never rejects. */
  async flush(): Promise<void> {
    await this.#written;
  }

  /** One after the other: what is told of a job is told in the order in which it happened. */
  #enqueue(writer: Writer, entry: Entry): void {
    this.#written = this.#written
      .then(() => entry(writer))
      .catch((error: unknown) => {
        this.#logger.debug({ err: error, job: writer.job.id }, 'A step of a job could not be written down');
      });
  }
}

interface Described {
  readonly status: string;
  readonly [member: string]: unknown;
}

function describe(report: PhaseReport | undefined): Described {
  switch (report?.status) {
    case undefined:
      return { status: 'running' };
    case 'completed':
      return { status: 'completed', ms: report.processing_time * 1000, verdict: report.obtained.verdict };
    case 'failed':
      return { status: 'failed', ms: report.processing_time * 1000, error: report.error };
    case 'skipped':
      return { status: 'skipped', reason: report.reason };
  }
}
