import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';

const FRESH_MS = 10_000;

type Answer = (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void;

/** `dns.lookup`, as it is called here. */
type Resolve = (hostname: string, options: { readonly all: true }, answer: Answer) => void;

interface Known {
  readonly addresses: LookupAddress[];
  readonly freshUntil: number;
}

/**
 * Addresses of host names, asked for again after ten seconds. One question per name is under way at a time: the
 * resolver runs on libuv's few threads, and one that hangs must not take them all. While it does, or fails, the former
 * addresses serve.
 */
export class HostAddresses {
  readonly #known = new Map<string, Known>();
  readonly #waiting = new Map<string, Answer[]>();

  constructor(private readonly resolve: Resolve = lookup) {}

  readonly lookup: LookupFunction = (hostname, options, callback) => {
    this.#addressesOf(hostname, (error, addresses) => {
      const wanted = addresses.filter(({ family }) => !options.family || family === options.family);
      const [first] = wanted;
      if (error || !first) callback(error ?? notFound(hostname), [], 0);
      else if (options.all) callback(null, wanted);
      else callback(null, first.address, first.family);
    });
  };

  #addressesOf(hostname: string, answer: Answer): void {
    const known = this.#known.get(hostname);
    if (known) answer(null, known.addresses);
    if (known && performance.now() < known.freshUntil) return;
    this.#ask(hostname, known ? () => undefined : answer);
  }

  #ask(hostname: string, answer: Answer): void {
    const waiting = this.#waiting.get(hostname);
    if (waiting) {
      waiting.push(answer);
      return;
    }
    this.#waiting.set(hostname, [answer]);
    this.resolve(hostname, { all: true }, (error, addresses) => {
      if (!error) this.#known.set(hostname, { addresses, freshUntil: performance.now() + FRESH_MS });
      const answers = this.#waiting.get(hostname) ?? [];
      this.#waiting.delete(hostname);
      for (const give of answers) give(error, error ? [] : addresses);
    });
  }
}

function notFound(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`no address for ${hostname}`), { code: 'ENOTFOUND' });
}
