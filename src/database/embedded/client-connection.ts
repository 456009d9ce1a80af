import type { Socket } from 'node:net';

import type { PGlite } from '@electric-sql/pglite';

import { clientMessages } from './client-messages.js';
import type { Release, Turn } from './turn.js';

const SYNC = Uint8Array.of('S'.charCodeAt(0), 0, 0, 0, 4);
/** `ReadyForQuery`, without its last byte, the state of the transaction. */
const READY_FOR_QUERY = Buffer.from([0x5a, 0, 0, 0, 5]);
const IDLE = 'I'.charCodeAt(0);

/**
 * One client of the embedded server. It keeps its turn from its first message until the server is ready and in no
 * transaction: PGlite has one session, where another client's message in between would answer the wrong query.
 */
export class ClientConnection {
  readonly #socket: Socket;
  readonly #database: Promise<PGlite>;
  readonly #turn: Turn;
  #release: Release | undefined;

  constructor(socket: Socket, database: Promise<PGlite>, turn: Turn) {
    this.#socket = socket;
    this.#database = database;
    this.#turn = turn;
  }

  /** Settles when the client is gone and has left nothing behind; never rejects. */
  async serve(): Promise<void> {
    try {
      for await (const message of clientMessages(this.#socket)) await this.#answer(message);
    } catch {
      // A client that breaks off, or breaks the protocol, only loses its connection.
    } finally {
      this.#socket.destroy();
      await this.#leave();
    }
  }

  async #answer(message: Buffer): Promise<void> {
    const database = await this.#database;
    this.#release ??= await this.#turn.take();
    // A copy: the WASM heap may keep a view of what it is given.
    const answer = await database.execProtocolRaw(new Uint8Array(message));
    if (answer.length > 0) this.#socket.write(answer);
    if (isReadyAndIdle(answer)) this.#giveUpTurn();
  }

  async #leave(): Promise<void> {
    if (!this.#release) return;
    try {
      const database = await this.#database;
      await database.execProtocolRaw(SYNC);
      await database.exec('ROLLBACK');
    } catch {
      // The server is gone as well.
    } finally {
      this.#giveUpTurn();
    }
  }

  #giveUpTurn(): void {
    this.#release?.();
    this.#release = undefined;
  }
}

function isReadyAndIdle(answer: Uint8Array): boolean {
  const tail = answer.subarray(-6);
  return tail.length === 6 && READY_FOR_QUERY.equals(tail.subarray(0, 5)) && tail[5] === IDLE;
}
