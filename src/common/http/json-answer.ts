import type { Response } from 'express';

const MAX_TEXT_CHARACTERS = 16_384;
const NOT_ASCII = /[^\0-\x7f]/;

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
    if (this.status !== undefined) response.status(this.status);
    response.set(this.headers);
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    const characters = this.chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    if (characters <= MAX_TEXT_CHARACTERS) this.#sendText(response);
    else this.#sendBytes(response);
  }

  /** As in the proxy: Latin-1 is the same bytes, and what Node writes together with the headers. */
  #sendText(response: Response): void {
    const text = this.chunks.map(toLatin1).join('');
    response.setHeader('Content-Length', text.length);
    response.end(text, 'latin1');
  }

  #sendBytes(response: Response): void {
    const { body } = this;
    response.setHeader('Content-Length', body.length);
    response.end(body);
  }
}

/** A character for each byte. */
function toLatin1(chunk: JsonChunk): string {
  return typeof chunk === 'string' && isAscii(chunk) ? chunk : toBuffer(chunk).toString('latin1');
}

function isAscii(text: string): boolean {
  return !NOT_ASCII.test(text);
}

function toBuffer(chunk: JsonChunk): Buffer {
  return typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}
