import { once } from 'node:events';
import { type Socket, connect } from 'node:net';

import { ResponseReader } from './response-reader.ts';

/** The status of a request whose connection broke. */
export const BROKEN = 0;

type OnAnswer = (status: number) => void;

/** A kept-alive connection with one request at a time. */
export class Connection {
  readonly #socket: Socket;
  #onAnswer: OnAnswer | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    const reader = new ResponseReader((status) => {
      this.#settle(status);
    });
    socket.on('data', (chunk: Buffer) => {
      reader.read(chunk);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#settle(BROKEN);
    });
  }

  static async open(url: string): Promise<Connection> {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await once(socket, 'connect');
    return new Connection(socket);
  }

  get isOpen(): boolean {
    return this.#socket.writable;
  }

  send(bytes: Buffer, onAnswer: OnAnswer): void {
    this.#onAnswer = onAnswer;
    if (this.isOpen) this.#socket.write(bytes);
    else
      queueMicrotask(() => {
        this.#settle(BROKEN);
      });
  }

  exchange(bytes: Buffer): Promise<number> {
    return new Promise((resolve) => {
      this.send(bytes, resolve);
    });
  }

  /** Resolves when the other side has taken this part of a body, or the connection broke. */
  write(part: Buffer): Promise<void> {
    return new Promise((resolve) => {
      this.#socket.write(part, () => {
        resolve();
      });
    });
  }

  /** Whoever waits for an answer gets none. */
  abort(): void {
    this.#socket.destroy();
  }

  close(): void {
    this.#onAnswer = undefined;
    this.#socket.destroy();
  }

  #settle(status: number): void {
    const onAnswer = this.#onAnswer;
    this.#onAnswer = undefined;
    onAnswer?.(status);
  }
}

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
