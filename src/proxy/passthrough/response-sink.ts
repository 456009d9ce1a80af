import type { IncomingHttpHeaders } from 'node:http';

import type { Response } from 'express';

import { requestContext } from '../../common/context/index.js';
import { ClientClosedRequestError } from '../../common/errors/index.js';
import type { AnswerSink, StreamedAnswer } from '../service-client/index.js';
import { noteStreamed } from './young-collection.js';
import { isKeptFromClient } from './header-names.js';

const MAX_TEXT_BYTES = 16_384;

/** Writes an answer to a client as fast as the client takes it, and breaks off what broke off. */
export class ResponseSink implements AnswerSink {
  #stall: NodeJS.Timeout | undefined;

  /** @param stallMs after which a client that takes nothing is given up */
  constructor(
    private readonly response: Response,
    private readonly answer: StreamedAnswer,
    private readonly stallMs: number,
  ) {}

  write(chunk: Buffer): boolean {
    noteStreamed(chunk.length);
    if (this.response.write(chunk)) return true;
    if (!this.#stall) {
      this.#expectProgress();
      this.response.once('drain', () => {
        this.#stopWaiting();
        this.answer.resume();
      });
    }
    return false;
  }

  end(lastChunks: readonly Buffer[], trailers: IncomingHttpHeaders): void {
    this.#addTrailers(trailers);
    const [only, ...more] = lastChunks;
    if (only && more.length === 0 && only.length <= MAX_TEXT_BYTES) {
      // Latin-1 is the same bytes, and what Node writes together with the headers, at half the cost of two buffers.
      this.response.end(only.toString('latin1'), 'latin1');
    } else this.response.end(Buffer.concat(lastChunks));
    if (this.response.writableLength === 0) return;
    this.#expectProgress();
    this.response.once('close', () => {
      this.#stopWaiting();
    });
  }

  fail(error: Error): void {
    this.#stopWaiting();
    requestContext(this.response.req).upstream.brokeOff = !(error instanceof ClientClosedRequestError);
    // Only a broken connection tells the client that this was not all.
    this.response.destroy();
  }

  #expectProgress(): void {
    this.#stopWaiting();
    this.#stall = setTimeout(() => this.response.destroy(), this.stallMs);
  }

  #stopWaiting(): void {
    clearTimeout(this.#stall);
    this.#stall = undefined;
  }

  /** RFC 9110, 6.5: for a client that says it takes them, and in the chunked coding only, which Node sees to. */
  #addTrailers(trailers: IncomingHttpHeaders): void {
    const { te } = this.response.req.headers;
    const entries = Object.entries(trailers).filter(
      ([name, value]) => typeof value === 'string' && !isKeptFromClient(name),
    );
    if (entries.length > 0 && te?.includes('trailers')) {
      // Otherwise a short answer would go out with a length, behind which there are none.
      this.response.flushHeaders();
      this.response.addTrailers(entries as [string, string][]);
    }
  }
}
