import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

import type { PGlite } from '@electric-sql/pglite';

import { ClientConnection } from './client-connection.js';
import { Turn } from './turn.js';

/**
 * Speaks PostgreSQL's protocol for PGlite on a Unix socket. Accepts at once and answers when the database is open.
 * Ours rather than @electric-sql/pglite-socket, which mixes the queries of two clients: docs/decisions/0002.
 */
export class SocketServer {
  readonly #server: Server;
  readonly #turn = new Turn();
  readonly #clients = new Map<Socket, Promise<void>>();

  constructor(database: Promise<PGlite>) {
    this.#server = createServer((socket) => {
      const served = new ClientConnection(socket, database, this.#turn).serve();
      this.#clients.set(socket, served);
      void served.then(() => this.#clients.delete(socket));
    });
  }

  async listen(path: string): Promise<void> {
    this.#server.listen(path);
    await once(this.#server, 'listening');
  }

  /** Breaks off the clients that are still connected. */
  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#clients.keys()) socket.destroy();
    await Promise.all([closed, ...this.#clients.values()]);
  }
}
