import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import type { Raster } from '../microservices/image-processor/raster.ts';
import { pdfOfJpeg } from './pdf.ts';
import { CEDULAS } from './samples/cedulas.ts';
import { FICHAS } from './samples/fichas.ts';
import { PASAPORTES } from './samples/pasaportes.ts';
import type { Encoding, Sample } from './samples/sample.ts';
import { photograph } from './scan.ts';

const SAMPLES: readonly Sample[] = [...CEDULAS, ...FICHAS, ...PASAPORTES];
const SCAN_DPI = 150;

async function encode(scene: Raster, encoding: Encoding): Promise<Buffer> {
  const { width, height } = scene;
  const image = sharp(scene.data, { raw: { width, height, channels: 3 } });
  if (encoding.turn) image.rotate(encoding.turn);
  // A camera held sideways stores what a viewer has to turn by 90° (orientation 6).
  if (encoding.exif) image.rotate(270).withMetadata({ orientation: encoding.exif });
  const quality = encoding.quality ?? 80;
  switch (encoding.format) {
    case 'jpeg':
      return image.jpeg({ quality }).toBuffer();
    case 'webp':
      return image.webp({ quality }).toBuffer();
    case 'png':
      return image.png({ palette: true, colours: 32, effort: 9 }).toBuffer();
    case 'tiff':
      return fax(image);
    case 'pdf':
      return pdfOfJpeg(await image.jpeg({ quality }).toBuffer(), width, height, SCAN_DPI);
  }
}

/** Black and white only, Group 4 compression: what fax machines and archive scanners write. */
function fax(image: Sharp): Promise<Buffer> {
  return image
    .greyscale()
    .threshold(150)
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1 })
    .toBuffer();
}

async function generate(sample: Sample): Promise<number> {
  const bytes = await encode(await photograph(sample.svg, sample.shot), sample.encoding);
  await writeFile(join(import.meta.dirname, sample.file), bytes);
  return bytes.length;
}

for (const sample of SAMPLES) {
  console.log(`${sample.file}: ${Math.round((await generate(sample)) / 1024)} kB`);
}
const expected = Object.fromEntries(
  SAMPLES.map(({ file, document_type, fields }) => [file, { document_type, fields }]),
);
await writeFile(join(import.meta.dirname, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
