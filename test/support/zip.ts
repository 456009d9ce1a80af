import { crc32, deflateRawSync } from 'node:zlib';

const STORED = 0;
const DEFLATED = 8;
const VERSION = 20;
const UTF8_NAMES = 0x800;

/** A file of a ZIP; what is optional is for saying what is not true. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Buffer;
  /** Instead of `content` compressed. */
  readonly packed?: Buffer;
  readonly method?: number;
  readonly flags?: number;
  readonly declaredSize?: number;
  /** The place of an earlier entry, whose header and bytes it says are its own. */
  readonly sharedWith?: number;
}

/** A ZIP written by hand (APPNOTE.TXT 6.3), with whatever lies are asked for. */
export function makeZip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const packed = packedOf(entry);
    offsets.push(entry.sharedWith === undefined ? offset : (offsets[entry.sharedWith] ?? 0));
    directory.push(record(0x02014b50, entry, packed, offsets.at(-1)));
    if (entry.sharedWith !== undefined) continue;
    const local = Buffer.concat([record(0x04034b50, entry, packed), packed]);
    locals.push(local);
    offset += local.length;
  }
  return Buffer.concat([
    ...locals,
    ...directory,
    endOf(entries.length, Buffer.concat(directory).length, offset),
  ]);
}

function packedOf({ packed, method = DEFLATED, content }: ZipEntry): Buffer {
  return packed ?? (method === STORED ? content : deflateRawSync(content));
}

/** A local header, or with an offset one of the directory. */
function record(signature: number, entry: ZipEntry, packed: Buffer, offset?: number): Buffer {
  const name = Buffer.from(entry.name);
  const { flags = 0, method = DEFLATED, content, declaredSize = content.length } = entry;
  const common = Buffer.alloc(26);
  common.writeUInt16LE(VERSION, 0);
  common.writeUInt16LE(flags | UTF8_NAMES, 2);
  common.writeUInt16LE(method, 4);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(declaredSize, 18);
  common.writeUInt16LE(name.length, 22);
  if (offset === undefined) return Buffer.concat([uint32(signature), common, name]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([uint32(signature), Buffer.from([VERSION, 0]), common, rest, name]);
}

function endOf(count: number, directoryBytes: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
