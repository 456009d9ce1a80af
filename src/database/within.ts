/** Settles as `work` does, or rejects with `timeoutError()` after `ms`; the work itself goes on unheard. */
export async function within<T>(ms: number, work: Promise<T>, timeoutError: () => Error): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(timeoutError());
  }, ms);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
