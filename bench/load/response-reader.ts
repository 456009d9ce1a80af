const HEAD_END = '\r\n\r\n';
const STATUS_START = 'HTTP/1.1 '.length;

/**
 * Reads the answers of one connection, one after the other, at the least cost: only the length of a body matters.
 * It knows Content-Length and chunked bodies (RFC 9112), which is what gateways send to GET and POST.
 */
export class ResponseReader {
  readonly #onAnswer: (status: number) => void;
  #pending: Buffer | undefined;
  #bodyBytesLeft = 0;
  #status = 0;
  #isInBody = false;
  #isChunked = false;

  constructor(onAnswer: (status: number) => void) {
    this.#onAnswer = onAnswer;
  }

  read(chunk: Buffer): void {
    let rest: Buffer | undefined = this.#pending ? Buffer.concat([this.#pending, chunk]) : chunk;
    this.#pending = undefined;
    while (rest && rest.length > 0) {
      const next: Buffer | undefined = this.#isInBody ? this.#readBody(rest) : this.#readHead(rest);
      if (next === undefined) this.#pending = rest;
      rest = next;
    }
  }

  /** @returns what follows, or undefined when more must arrive first */
  #readHead(data: Buffer): Buffer | undefined {
    const end = data.indexOf(HEAD_END);
    if (end < 0) return undefined;
    const head = data.toString('latin1', 0, end);
    this.#status = Number(head.slice(STATUS_START, STATUS_START + 3));
    this.#isChunked = /\r\ntransfer-encoding: *chunked/i.test(head);
    this.#bodyBytesLeft = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
    this.#isInBody = true;
    const rest = data.subarray(end + HEAD_END.length);
    return this.#isChunked || this.#bodyBytesLeft > 0 ? rest : this.#finish(rest);
  }

  #readBody(data: Buffer): Buffer | undefined {
    if (this.#isChunked) return this.#readChunk(data);
    const taken = Math.min(this.#bodyBytesLeft, data.length);
    this.#bodyBytesLeft -= taken;
    const rest = data.subarray(taken);
    return this.#bodyBytesLeft === 0 ? this.#finish(rest) : rest;
  }

  /** A chunk at a time; the last one has no bytes. */
  #readChunk(data: Buffer): Buffer | undefined {
    const lineEnd = data.indexOf('\r\n');
    if (lineEnd < 0) return undefined;
    const size = parseInt(data.toString('latin1', 0, lineEnd), 16);
    const end = lineEnd + 2 + size + 2;
    if (data.length < end) return undefined;
    const rest = data.subarray(end);
    return size === 0 ? this.#finish(rest) : rest;
  }

  #finish(rest: Buffer): Buffer {
    this.#isInBody = false;
    this.#onAnswer(this.#status);
    return rest;
  }
}
