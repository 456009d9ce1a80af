import { Connection, isSuccess } from './connection.ts';
import { type Request, encode } from './request.ts';

/** For the last answers; a request that takes longer has failed. */
const ANSWER_WAIT_MS = 10_000;

export interface LoadResult {
  readonly answers: number;
  /** Answers that were no success, broken connections among them. */
  readonly failures: number;
  readonly seconds: number;
}

export interface ClosedLoop {
  readonly url: string;
  readonly request: Request;
  readonly connections: number;
  readonly seconds: number;
}

/** Every connection sends its next request as soon as the last one is answered. */
export async function closedLoop({ url, request, connections, seconds }: ClosedLoop): Promise<LoadResult> {
  const bytes = encode(url, request);
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  const drivers = Array.from({ length: connections }, () => drive(url, bytes, endsAt));
  const counts = await Promise.all(drivers);
  return {
    answers: sum(counts.map(({ answers }) => answers)),
    failures: sum(counts.map(({ failures }) => failures)),
    seconds: (performance.now() - startedAt) / 1000,
  };
}

/** Ends with the first request that fails after the connection broke: a gateway that closes is no gateway to time. */
async function drive(
  url: string,
  bytes: Buffer,
  endsAt: number,
): Promise<{ answers: number; failures: number }> {
  const connection = await Connection.open(url);
  const { promise, resolve } = Promise.withResolvers<{ answers: number; failures: number }>();
  let answers = 0;
  let failures = 0;
  const next = (status: number): void => {
    answers += 1;
    if (!isSuccess(status)) failures += 1;
    if (performance.now() < endsAt && connection.isOpen) connection.send(bytes, next);
    else resolve({ answers, failures });
  };
  const bound = setTimeout(
    () => {
      connection.abort();
    },
    endsAt - performance.now() + ANSWER_WAIT_MS,
  );
  connection.send(bytes, next);
  const result = await promise;
  clearTimeout(bound);
  connection.close();
  return result;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
