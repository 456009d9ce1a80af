import type { Socket } from 'node:net';

/** https://www.postgresql.org/docs/current/protocol-message-formats.html */
const STARTUP_HEADER_BYTES = 8;
const HEADER_BYTES = 5;
const SSL_REQUEST = 80_877_103;
const GSS_REQUEST = 80_877_104;
const CANCEL_REQUEST = 80_877_102;
const TERMINATE = 'X'.charCodeAt(0);
const MAX_MESSAGE_BYTES = 256 * 1024 * 1024;

/** Cuts what a client sends into whole messages: the startup first, then typed ones, until it terminates. */
export async function* clientMessages(socket: Socket): AsyncGenerator<Buffer, void, void> {
  let pending: Buffer = Buffer.alloc(0);
  let started = false;
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    for (;;) {
      const message = firstMessage(pending, started);
      if (!message) break;
      pending = pending.subarray(message.length);
      if (started && message[0] === TERMINATE) return;
      if (!started && isCancelRequest(message)) return;
      if (!started && isEncryptionRequest(message)) {
        socket.write('N');
        continue;
      }
      started = true;
      yield message;
    }
  }
}

function firstMessage(pending: Buffer, started: boolean): Buffer | undefined {
  if (pending.length < (started ? HEADER_BYTES : STARTUP_HEADER_BYTES)) return undefined;
  const length = started ? 1 + pending.readInt32BE(1) : pending.readInt32BE(0);
  if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) throw new Error('not a PostgreSQL client');
  return pending.length < length ? undefined : pending.subarray(0, length);
}

function isEncryptionRequest(message: Buffer): boolean {
  const code = message.readInt32BE(4);
  return code === SSL_REQUEST || code === GSS_REQUEST;
}

/** PGlite cannot stop a running statement. */
function isCancelRequest(message: Buffer): boolean {
  return message.readInt32BE(4) === CANCEL_REQUEST;
}
