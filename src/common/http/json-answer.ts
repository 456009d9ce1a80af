import type { Response } from 'express';

export type JsonChunk = Buffer | string;

/** A JSON body that is written already, in pieces: large parts of it are sent as they were kept. */
export class JsonAnswer {
  /** @param chunks together one JSON value */
  constructor(
    readonly chunks: readonly JsonChunk[],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  send(response: Response): void {
    const length = this.chunks.reduce((sum, chunk) => sum + Buffer.byteLength(chunk), 0);
    response.set(this.headers);
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Content-Length', length);
    // Corked, so that the pieces leave in one write.
    response.cork();
    for (const chunk of this.chunks) response.write(chunk);
    response.end();
    response.uncork();
  }
}
