import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from './faults.ts';
import { HttpError } from './http-error.ts';
import type { Call } from './stats.ts';

const FOR_EVER_MS = 2 ** 31 - 1;

/** One call on its way to its answer. */
export interface Exchange {
  response: ServerResponse;
  call: Call;
  /** Aborts when the service closes. */
  closing: AbortSignal;
  /** Aborts when the client goes away or the service closes: no pretended wait outlives either. */
  ended: AbortSignal;
}

/** Does the work and answers it, as well or as badly as the fault demands. */
export async function answer(exchange: Exchange, fault: Fault, work: () => Promise<object>): Promise<void> {
  switch (fault.mode) {
    case 'none':
      sendJson(exchange, 200, await work());
      return;
    case 'latency':
      await pause(fault.latency_ms, exchange.ended);
      sendJson(exchange, 200, await work());
      return;
    case 'error':
      throw new HttpError(fault.status, 'FAULT_INJECTED', 'this error was asked for by POST /faults');
    case 'hang':
      return pause(FOR_EVER_MS, exchange.ended);
    case 'reset':
      exchange.call.end('cut');
      exchange.response.socket?.resetAndDestroy();
      return;
    case 'invalid_body':
      sendText(exchange, 200, fault.body === 'broken_json' ? '{ "broken": ' : '["wrong shape"]');
      return;
    case 'drip':
      return drip(exchange, work(), fault.latency_ms);
  }
}

export function sendError(exchange: Exchange, error: unknown): void {
  if (exchange.response.headersSent) exchange.response.destroy();
  if (exchange.response.destroyed) return;
  const known = error instanceof HttpError ? error : new HttpError(500, 'INTERNAL', 'something went wrong');
  if (known !== error) console.error(error);
  sendJson(exchange, known.status, { error: { code: known.code, message: known.message } });
}

function sendJson(exchange: Exchange, status: number, body: object): void {
  sendText(exchange, status, JSON.stringify(body));
}

function sendText({ response, call, closing }: Exchange, status: number, body: string): void {
  if (response.destroyed) return;
  response.statusCode = status;
  if (closing.aborted) response.setHeader('Connection', 'close');
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(body);
  call.end('completed');
}

/** Headers at once, then the true body a byte at a time: only a limit on the whole answer notices. */
async function drip(
  { response, call, ended }: Exchange,
  body: Promise<object>,
  intervalMs: number,
): Promise<void> {
  response.flushHeaders();
  for (const byte of Buffer.from(JSON.stringify(await body))) {
    await pause(intervalMs, ended);
    response.write(Buffer.of(byte));
  }
  response.end();
  call.end('completed');
}

async function pause(ms: number, ended: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, { signal: ended });
  } catch {
    throw new HttpError(503, 'SHUTTING_DOWN', 'the service is stopping');
  }
}
