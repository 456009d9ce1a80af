/** Nothing came in time; what was asked for may still happen. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';

  constructor(ms: number) {
    super(`no answer within ${ms} ms`);
  }
}

/**
 * Settles as `work` does, or rejects with NoAnswerError after `ms`; the work itself goes on unheard.
 * An answer that has arrived while this process was busy still counts: it is read before the verdict.
 */
export async function answerWithin<T>(ms: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    // The event loop reads sockets between its timers and its immediates.
    setImmediate(() => {
      reject(new NoAnswerError(ms));
    });
  }, ms);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
