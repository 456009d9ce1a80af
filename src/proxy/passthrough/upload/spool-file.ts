import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const READ_BYTES = 65_536;

/** A temporary file without a name: it is gone with its handle, also when the process is killed. */
export class SpoolFile {
  private constructor(private readonly handle: FileHandle) {}

  static async create(): Promise<SpoolFile> {
    const path = join(tmpdir(), `iris-spool-${randomUUID()}`);
    const handle = await open(path, 'wx+', 0o600);
    await unlink(path);
    return new SpoolFile(handle);
  }

  async append(chunks: readonly Uint8Array[]): Promise<void> {
    for (const chunk of chunks) await this.handle.appendFile(chunk);
  }

  /** @returns at most 64 KiB from this position; empty at the end of the file */
  async readAt(position: number): Promise<Buffer> {
    const buffer = Buffer.allocUnsafe(READ_BYTES);
    const { bytesRead } = await this.handle.read(buffer, 0, READ_BYTES, position);
    return buffer.subarray(0, bytesRead);
  }

  async close(): Promise<void> {
    await this.handle.close();
  }
}
