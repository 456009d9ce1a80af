import type { IncomingHttpHeaders } from 'node:http';

import type { Dispatcher } from 'undici';

import type { UpstreamAnswer } from './upstream-call.js';

/** Where an answer goes. */
export interface AnswerSink {
  /** @returns false when it wants no more until it has called `resume` of the answer */
  write(chunk: Buffer): boolean;
  end(lastChunks: readonly Buffer[], trailers: IncomingHttpHeaders): void;
  /** The answer broke off: what was written is not all of it. */
  fail(error: Error): void;
}

/** What is held for a sink that is not there yet; more stays in the socket. */
const MAX_HELD_BYTES = 65_536;

/** An answer on its way from undici, which pushes, to a sink, which takes its time. */
export class StreamedAnswer implements Dispatcher.DispatchHandler, UpstreamAnswer {
  status = 0;
  headers: IncomingHttpHeaders = {};
  readonly #started = Promise.withResolvers<this>();
  readonly #ended = Promise.withResolvers<undefined>();
  #controller: Dispatcher.DispatchController | undefined;
  #abortReason: Error | undefined;
  #sink: AnswerSink | undefined;
  #held: Buffer[] = [];
  #heldBytes = 0;
  #finish: ((sink: AnswerSink) => void) | undefined;

  /** Resolves with the headers of the final answer; rejects with what undici says. */
  get started(): Promise<this> {
    return this.#started.promise;
  }

  get ended(): Promise<undefined> {
    return this.#ended.promise;
  }

  /** Gives everything to the sink, from the first byte on. */
  flowTo(sink: AnswerSink): void {
    this.#sink = sink;
    if (this.#finish) this.#finish(sink);
    else if (this.#releaseHeld(sink)) this.resume();
  }

  resume(): void {
    this.#controller?.resume();
  }

  /** Ends the exchange and its connection. */
  abort(reason: Error): void {
    this.#abortReason = reason;
    this.#controller?.abort(reason);
    this.#started.reject(reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // Aborted while it waited for a connection.
    if (this.#abortReason) controller.abort(this.#abortReason);
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
  ): void {
    // 1xx announce the answer; they are not it.
    if (status < 200) return;
    this.status = status;
    this.headers = headers;
    this.#started.resolve(this);
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#sink ? !this.#sink.write(chunk) : !this.#hold(chunk)) controller.pause();
  }

  onResponseEnd(_controller: Dispatcher.DispatchController, trailers: IncomingHttpHeaders): void {
    this.#finishWith((sink) => {
      sink.end(this.#held.splice(0), trailers);
    });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#started.reject(error);
    this.#finishWith((sink) => {
      this.#releaseHeld(sink);
      sink.fail(error);
    });
  }

  #finishWith(finish: (sink: AnswerSink) => void): void {
    this.#ended.resolve(undefined);
    if (this.#sink) finish(this.#sink);
    else this.#finish = finish;
  }

  #hold(chunk: Buffer): boolean {
    this.#held.push(chunk);
    this.#heldBytes += chunk.length;
    return this.#heldBytes < MAX_HELD_BYTES;
  }

  /** @returns whether the sink wants more */
  #releaseHeld(sink: AnswerSink): boolean {
    return this.#held.splice(0).reduce((_, chunk) => sink.write(chunk), true);
  }
}
