import type { Response } from 'express';

export type JsonChunk = Buffer | string;

/** A JSON body that is written already, in pieces: large parts of it are sent as they were kept. */
export class JsonAnswer {
  /**
   * @param chunks together one JSON value
   * @param status where it is not that of the route
   */
  constructor(
    readonly chunks: readonly JsonChunk[],
    readonly headers: Readonly<Record<string, string>> = {},
    readonly status?: number,
  ) {}

  /** One buffer: a copy costs less than handing many pieces to the socket does. */
  get body(): Buffer {
    return Buffer.concat(this.chunks.map(toBuffer));
  }

  send(response: Response): void {
    const { body } = this;
    if (this.status !== undefined) response.status(this.status);
    response.set(this.headers);
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Content-Length', body.length);
    response.end(body);
  }
}

function toBuffer(chunk: JsonChunk): Buffer {
  return typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}
