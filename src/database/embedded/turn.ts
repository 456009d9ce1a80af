export type Release = () => void;

/** Hands the one session of the embedded server to one client at a time, in the order of asking. */
export class Turn {
  #last: Promise<void> = Promise.resolve();

  async take(): Promise<Release> {
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#last = promise;
    await before;
    return () => {
      resolve(undefined);
    };
  }
}
