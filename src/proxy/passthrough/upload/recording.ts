import { SpoolFile } from './spool-file.js';

export interface RecordingLimits {
  /** Bytes kept in memory; what comes on top moves everything to a file. */
  readonly memoryBytes: number;
  /** Bytes kept at all. */
  readonly totalBytes: number;
}

/** What has been read of an upload, for as long as it is not too much. */
export class Recording {
  #chunks: Buffer[] = [];
  #file: SpoolFile | undefined;
  #size = 0;
  #isDropped = false;

  constructor(private readonly limits: RecordingLimits) {}

  /** Bytes. */
  get size(): number {
    return this.#size;
  }

  /** False once it became too large, or could not be written: the beginning is lost. */
  get isComplete(): boolean {
    return !this.#isDropped;
  }

  async append(chunk: Buffer): Promise<void> {
    this.#size += chunk.length;
    if (this.#isDropped) return;
    if (this.#size > this.limits.totalBytes) await this.drop();
    else if (this.#size <= this.limits.memoryBytes) this.#chunks.push(chunk);
    else await this.#spool(chunk);
  }

  /** From this position, which must be where a chunk began; the next position is further by the length of what came. */
  async readAt(position: number): Promise<Buffer> {
    if (this.#file) return this.#file.readAt(position);
    return Buffer.concat(this.#chunks).subarray(position);
  }

  /** Gives up memory and file. */
  async drop(): Promise<void> {
    this.#isDropped = true;
    this.#chunks = [];
    await this.#file?.close();
    this.#file = undefined;
  }

  /** A disk that is full costs the retry, never the request. */
  async #spool(chunk: Buffer): Promise<void> {
    try {
      this.#file ??= await SpoolFile.create();
      await this.#file.append([...this.#chunks.splice(0), chunk]);
    } catch {
      await this.drop();
    }
  }
}
