import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { type Job, type JobInsert, PgBoss, type Queue, type WorkOptions } from 'pg-boss';
import type { EntityManager } from 'typeorm';

import { answerWithin } from '../common/timing/index.js';
import { type AppConfig, InjectConfig } from '../config/index.js';
import { Database } from '../database/index.js';
import { DrainState } from '../health/index.js';
import { EventBus } from '../redis/index.js';
import { QueueUnavailableError } from './queue-errors.js';
import { withinTransaction } from './within-transaction.js';

/** Work as it is taken: its data, what tells one attempt from the next, and a signal that its claim is lost. */
export type Ticket<Data> = Pick<Job<Data>, 'id' | 'data' | 'retryCount' | 'signal'>;
/** Never rejects for what it can deal with itself: a rejection is one more delivery. */
export type Handler<Data extends object> = (ticket: Ticket<Data>) => Promise<void>;
export type QueueOptions = Omit<Queue, 'name'>;
export type NewWork<Data extends object> = JobInsert<Data>;

export interface WorkerOptions extends Pick<WorkOptions, 'groupConcurrency' | 'heartbeatRefreshSeconds'> {
  /** How much of it this process does at once. */
  readonly concurrency: number;
}

interface Worker {
  readonly queue: string;
  readonly options: WorkerOptions;
  readonly handler: Handler<object>;
}

const POOL_SIZE = 4;
const START_RETRY_MS = 1_000;
/** Whoever is not woken looks by himself. */
const POLL_SECONDS = 2;
/** How soon it is noticed that a worker has gone silent. */
const SUPERVISE_SECONDS = 2;
/** Its tables are made when it starts for the first time. */
const READY_TIMEOUT_MS = 2_000;
const ADDED = 'queue.added';

/**
 * Work that outlives the request and the process: pg-boss, in the same database as all the rest. It is delivered at
 * least once, so that handlers must bear to be called twice.
 */
@Injectable()
export class WorkQueue implements OnModuleDestroy, BeforeApplicationShutdown {
  readonly #logger = new Logger('Queue');
  readonly #queues = new Map<string, QueueOptions>();
  readonly #workers: Worker[] = [];
  readonly #workerIds = new Map<string, string[]>();
  #boss: PgBoss | undefined;
  #starting = Promise.resolve();
  #address = '';
  readonly #ready = Promise.withResolvers<undefined>();
  #isReady = false;
  #lastComplaint = '';

  constructor(
    private readonly database: Database,
    private readonly bus: EventBus,
    private readonly drain: DrainState,
    @InjectConfig('runtime') private readonly runtime: AppConfig['runtime'],
  ) {
    // Not awaited: the gateway is ready without its queue, whose tables take a second the first time.
    database.beforeReady(() => {
      this.#starting = this.#start();
      return Promise.resolve();
    });
    drain.signal.addEventListener('abort', () => void this.#stopFetching());
    bus.subscribe(ADDED, (event) => {
      const { queue } = event as { queue?: unknown };
      if (typeof queue === 'string') this.#wake(queue);
    });
  }

  /** To be called before the application has started. */
  define(queue: string, options: QueueOptions): void {
    this.#queues.set(queue, options);
  }

  /** To be called before the application has started; does nothing in a process that only answers requests. */
  work<Data extends object>(queue: string, options: WorkerOptions, handler: Handler<Data>): void {
    if (this.runtime.process === 'web') return;
    this.#workers.push({ queue, options, handler: handler as Handler<object> });
  }

  /**
   * To be awaited before a transaction that adds work: the queue is there a moment after the database.
   * @throws QueueUnavailableError
   */
  async whenReady(): Promise<void> {
    if (this.#isReady) return;
    await answerWithin(READY_TIMEOUT_MS, this.#ready.promise).catch(() => {
      throw new QueueUnavailableError();
    });
  }

  /**
   * Adds work when the transaction is committed; `announce` afterwards, and a worker takes it at once.
   * @throws QueueUnavailableError
   */
  async add<Data extends object>(
    manager: EntityManager,
    queue: string,
    work: readonly NewWork<Data>[],
  ): Promise<void> {
    await this.#require().insert(queue, [...work], { db: withinTransaction(manager) });
  }

  /** Removes work that nobody has taken yet, when the transaction is committed. @throws QueueUnavailableError */
  async remove(manager: EntityManager, queue: string, ids: readonly string[]): Promise<void> {
    await this.#require().deleteJob(queue, [...ids], { db: withinTransaction(manager) });
  }

  /** Puts off work that nobody has taken yet. @throws QueueUnavailableError */
  async postpone(queue: string, id: string, startAfter: Date): Promise<void> {
    await this.#require().update(queue, undefined, { id, startAfter });
  }

  /** Wakes the workers of all replicas, which would look by themselves within two seconds. */
  announce(queue: string): void {
    void this.bus.publish(ADDED, { queue });
  }

  onModuleDestroy(): Promise<void> {
    return this.#stopFetching();
  }

  /** What is under way is finished, or abandoned to another worker. */
  async beforeApplicationShutdown(): Promise<void> {
    // Stopped in the middle of its start, it would go on with that.
    await answerWithin(this.drain.remainingMs(), this.#starting).catch(() => undefined);
    const timeout = this.drain.remainingMs();
    await this.#boss?.stop({ graceful: true, timeout }).catch((error: unknown) => {
      this.#complain(error);
    });
    // Not before: what is under way till then is taken out of the queue when it is done.
    this.#isReady = false;
  }

  async #start(): Promise<void> {
    const address = JSON.stringify(this.database.poolAddress);
    if (this.#boss && address === this.#address) return;
    this.#address = address;
    this.#isReady = false;
    try {
      await this.#boss?.stop({ graceful: false });
      this.#boss = this.#create();
      await this.#boss.start();
      for (const [queue, options] of this.#queues) await this.#define(this.#boss, queue, options);
      for (const worker of this.#workers) await this.#employ(this.#boss, worker);
      this.#isReady = true;
      this.#ready.resolve(undefined);
    } catch (error) {
      this.#complain(error);
      await this.#boss?.stop({ graceful: false }).catch(() => undefined);
      this.#boss = undefined;
      // The database may be up all the time, so that nobody else would try again.
      if (!this.drain.isDraining) this.#startAgain();
    }
  }

  #startAgain(): void {
    setTimeout(() => {
      this.#starting = this.#start();
    }, START_RETRY_MS).unref();
  }

  #create(): PgBoss {
    const boss = new PgBoss({
      ...this.database.poolAddress,
      application_name: 'iris-api-gateway',
      max: POOL_SIZE,
      schedule: false,
      registerInstance: false,
      superviseIntervalSeconds: SUPERVISE_SECONDS,
      monitorIntervalSeconds: SUPERVISE_SECONDS,
    });
    boss.on('error', (error) => {
      this.#complain(error);
    });
    return boss;
  }

  async #define(boss: PgBoss, queue: string, options: QueueOptions): Promise<void> {
    await boss.createQueue(queue, options);
    const { policy: _policy, partition: _partition, ...changeable } = options;
    await boss.updateQueue(queue, changeable);
  }

  /** Workers of their own, because pg-boss can wake only the first of a group. */
  async #employ(
    boss: PgBoss,
    { queue, options: { concurrency, ...options }, handler }: Worker,
  ): Promise<void> {
    const ids: string[] = [];
    this.#workerIds.set(queue, ids);
    for (let count = 0; count < concurrency; count += 1) {
      const id: string = await boss.work(
        queue,
        { pollingIntervalSeconds: POLL_SECONDS, ...options },
        async ([ticket]: Job[]) => {
          if (ticket) await handler(ticket);
          // There may be more: it need not wait for the next look.
          boss.notifyWorker(id);
        },
      );
      ids.push(id);
    }
  }

  #wake(queue: string): void {
    for (const id of this.#workerIds.get(queue) ?? []) this.#boss?.notifyWorker(id);
  }

  async #stopFetching(): Promise<void> {
    const boss = this.#boss;
    if (!boss) return;
    await Promise.all(
      this.#workers.map(({ queue }) => boss.offWork(queue, { wait: false }).catch(() => undefined)),
    );
  }

  #require(): PgBoss {
    if (!this.#boss || !this.#isReady) throw new QueueUnavailableError();
    return this.#boss;
  }

  /** While the database is away, every look at the queue fails: it is said once. */
  #complain(error: unknown): void {
    const complaint = error instanceof Error ? error.message : String(error);
    if (complaint !== this.#lastComplaint) this.#logger.warn(`The queue is disturbed: ${complaint}`);
    this.#lastComplaint = complaint;
  }
}
