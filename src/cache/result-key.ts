/** By what a result is found: by its name in memory; in Redis by a digest of it, which is made when Redis is asked. */
export class ResultKey {
  #inRedis: string | undefined;

  constructor(
    /** Unique, and long: it tells everything that the result depends on. */
    readonly name: string,
    private readonly digest: () => string,
  ) {}

  get inRedis(): string {
    return (this.#inRedis ??= this.digest());
  }
}
