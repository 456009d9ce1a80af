/**
 * Puts compressed forms beside the files of the build, for the gateway to send: once, and as small as can be, rather
 * than with every answer.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const FOLDER = join(import.meta.dirname, 'dist');
/** Images and fonts are compressed already. */
const TEXT = /\.(?:html|css|js|json|svg|txt|webmanifest)$/;

const files = await readdir(FOLDER, { recursive: true, withFileTypes: true });
const texts = files.filter((entry) => entry.isFile() && TEXT.test(entry.name));
await Promise.all(texts.map(({ parentPath, name }) => compress(join(parentPath, name))));

async function compress(path: string): Promise<void> {
  const content = await readFile(path);
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  await Promise.all([
    writeSmaller(`${path}.br`, content, await promisify(brotliCompress)(content, { params })),
    writeSmaller(
      `${path}.gz`,
      content,
      await promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
    ),
  ]);
}

async function writeSmaller(path: string, content: Buffer, compressed: Buffer): Promise<void> {
  if (compressed.length < content.length) await writeFile(path, compressed);
}
