/** A header is no place for more; what comes after is left out. */
const MAX_PARTS = 24;

interface Part {
  readonly name: string;
  readonly ms: number;
  readonly description: string | undefined;
}

/** How long the parts of a request took, as `Server-Timing` (W3C) tells it. Written down only when it is sent. */
export class Timings {
  /** Of looking for results that are there already. */
  cacheMs: number | undefined;
  readonly #parts: Part[] = [];

  /** @param name a token of ours @param description of ours, without quotation marks */
  add(name: string, ms: number, description?: string): void {
    if (this.#parts.length < MAX_PARTS) this.#parts.push({ name, ms, description });
  }

  /** The value of the header. */
  format(totalMs: number): string {
    let text = `total;dur=${rounded(totalMs)}`;
    for (const { name, ms, description } of this.#parts) {
      text += `, ${name}${description === undefined ? '' : `;desc="${description}"`};dur=${rounded(ms)}`;
    }
    return this.cacheMs === undefined ? text : `${text}, cache;dur=${rounded(this.cacheMs)}`;
  }
}

function rounded(ms: number): number {
  return Math.round(ms * 100) / 100;
}
