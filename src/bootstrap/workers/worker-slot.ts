import cluster, { type Worker } from 'node:cluster';

import type { Logger } from 'pino';

import { BackOff } from './back-off.js';
import { BEAT_MS, type WorkerMessage, isWorkerMessage } from './messages.js';

/** A worker that was silent so many beats hangs, and never comes back by itself. */
const MAX_SILENT_BEATS = 5;
/** Loading the code takes a second, and many of them where the machine is busy; nothing beats meanwhile. */
const MAX_STARTING_BEATS = 40;

/** One worker, and whoever takes its place when it ends. */
export class WorkerSlot {
  readonly #backOff = new BackOff();
  readonly #firstReady = Promise.withResolvers<string>();
  readonly #ended = Promise.withResolvers<boolean>();
  #worker: Worker | undefined;
  #silentBeats = 0;
  #maxSilentBeats = MAX_STARTING_BEATS;
  #hasBeenReady = false;
  #isEnding = false;
  #restart: NodeJS.Timeout | undefined;

  constructor(
    private readonly env: Readonly<Record<string, string>>,
    private readonly logger: Logger,
  ) {
    setInterval(() => {
      this.#listenForBeat();
    }, BEAT_MS).unref();
  }

  /**
   * @returns where it listens
   * @throws Error when the first worker ends before it listens: the next one would, too
   */
  start(): Promise<string> {
    this.#fork();
    return this.#firstReady.promise;
  }

  /** @returns whether it ended in order */
  end(): Promise<boolean> {
    this.#isEnding = true;
    clearTimeout(this.#restart);
    if (this.#worker === undefined) this.#ended.resolve(true);
    else if (this.#worker.isConnected()) this.#worker.send({ type: 'drain' } satisfies WorkerMessage);
    return this.#ended.promise;
  }

  kill(): void {
    this.#worker?.process.kill('SIGKILL');
  }

  #fork(): void {
    const worker = cluster.fork(this.env);
    const startedAt = performance.now();
    this.#worker = worker;
    this.#silentBeats = 0;
    this.#maxSilentBeats = MAX_STARTING_BEATS;
    // A message that could not be sent: its process is ending, and tells so by itself.
    worker.on('error', (error) => {
      this.logger.warn({ err: error }, 'a worker cannot be told');
    });
    worker.on('message', (message: unknown) => {
      if (isWorkerMessage(message)) this.#hear(message);
    });
    worker.once('exit', (code, signal) => {
      this.#onExit({ pid: worker.process.pid, code, signal }, performance.now() - startedAt);
    });
  }

  #hear(message: WorkerMessage): void {
    this.#silentBeats = 0;
    if (message.type !== 'ready') return;
    this.#hasBeenReady = true;
    this.#maxSilentBeats = MAX_SILENT_BEATS;
    this.#firstReady.resolve(message.url);
  }

  #onExit(
    how: { pid: number | undefined; code: number | null; signal: string | null },
    livedMs: number,
  ): void {
    this.#worker = undefined;
    if (this.#isEnding) this.#ended.resolve(how.code === 0);
    else if (this.#hasBeenReady) this.#replace(how, livedMs);
    else this.#firstReady.reject(new Error('A worker process ended before it listened.'));
  }

  #replace(how: object, livedMs: number): void {
    const pauseMs = this.#backOff.pauseAfter(livedMs);
    this.logger.error({ ...how, pauseMs }, 'a worker ended and will be replaced');
    this.#restart = setTimeout(() => {
      this.#fork();
    }, pauseMs);
  }

  /** Counted, not timed: a primary process that was held up itself has missed beats, and blames nobody for it. */
  #listenForBeat(): void {
    if (!this.#worker) return;
    this.#silentBeats += 1;
    if (this.#silentBeats <= this.#maxSilentBeats) return;
    this.logger.error({ pid: this.#worker.process.pid }, 'a worker hangs and is ended');
    this.kill();
  }
}
