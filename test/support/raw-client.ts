import { type Socket, connect } from 'node:net';

import { waitFor } from './wait-for.js';

/** A connection on which a test says every byte itself, and sees what comes back and when. */
export class RawClient {
  isClosed = false;
  readonly #socket: Socket;
  readonly #chunks: Buffer[] = [];

  constructor(url: string) {
    const { hostname, port } = new URL(url);
    this.#socket = connect(Number(port), hostname);
    this.#socket.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    this.#socket.on('error', () => undefined);
    this.#socket.once('close', () => (this.isClosed = true));
  }

  /** What has come so far, one character a byte. */
  get text(): string {
    return Buffer.concat(this.#chunks).toString('latin1');
  }

  /** Bytes that wait in this process because the server does not take them. */
  get unsentBytes(): number {
    return this.#socket.writableLength;
  }

  /** @returns false while the server does not take more */
  send(bytes: string | Uint8Array): boolean {
    return this.#socket.write(bytes);
  }

  /** Takes no byte any more until it is told to go on. */
  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  async until(pattern: RegExp, timeoutMs?: number): Promise<void> {
    await waitFor(() => pattern.test(this.text) || this.isClosed, `${pattern} arrives`, timeoutMs);
    if (!pattern.test(this.text)) throw new Error(`closed before ${pattern} came: ${this.text}`);
  }

  async closed(timeoutMs?: number): Promise<void> {
    await waitFor(() => this.isClosed, 'the server closes the connection', timeoutMs);
  }
}
