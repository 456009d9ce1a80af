import { EventParser } from '../../api/event-stream.ts';
import { isAbort, UnreachableError } from '../../api/problem.ts';
import { whenReachable } from '../../api/connection.ts';
import { authorized } from '../../session/index.ts';
import { isFinal } from './job.ts';
import type { JobEvent } from './progress.ts';

const RECONNECT_MS = 2_000;
/** The gateway sends a comment every 15 seconds: a connection that is silent for longer is dead. */
const SILENCE_MS = 45_000;

/**
 * What happens to a job, from its beginning to its end, over as many connections as it takes.
 * EventSource cannot send the access token.
 * @throws GatewayError, SessionEndedError, and what an aborted `signal` throws
 */
export async function* followJob(id: string, signal: AbortSignal): AsyncGenerator<JobEvent> {
  let lastEventId = '';
  for (;;) {
    try {
      const response = await open(id, lastEventId, signal);
      if (response.status === 204 || !response.body) return;
      for await (const event of readEvents(response.body)) {
        lastEventId = event.id;
        yield event;
        if (isFinal(event.state)) return;
      }
    } catch (error) {
      if (!isBrokenConnection(error, signal)) throw error;
      await whenReachable(signal);
    }
    await pause(signal);
  }
}

function open(id: string, lastEventId: string, signal: AbortSignal): Promise<Response> {
  const headers = { Accept: 'text/event-stream', ...(lastEventId && { 'Last-Event-ID': lastEventId }) };
  return authorized(`/jobs/${encodeURIComponent(id)}/events`, { headers, signal });
}

async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<JobEvent & { id: string }> {
  const parser = new EventParser();
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await withinSilence(reader.read());
      if (done) return;
      for (const { id, type, data } of parser.push(decoder.decode(value, { stream: true }))) {
        yield { ...(JSON.parse(data) as JobEvent), id, type };
      }
    }
  } finally {
    // The connection may be broken already, which is why it is given up.
    await reader.cancel().catch(() => undefined);
  }
}

async function withinSilence<T>(reading: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new UnreachableError('no sign of life'));
  }, SILENCE_MS);
  try {
    return await Promise.race([reading, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** fetch() and its streams throw a TypeError when the connection breaks. */
function isBrokenConnection(error: unknown, signal: AbortSignal): boolean {
  if (signal.aborted || isAbort(error)) return false;
  return error instanceof TypeError || error instanceof UnreachableError;
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, RECONNECT_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
