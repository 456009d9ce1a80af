import { PDFiumLibrary } from '@hyzyla/pdfium';
import { HttpError } from '../shared/http-error.ts';
import type { Raster } from './raster.ts';

const POINTS_PER_INCH = 72;
const DPI = 200;

/**
 * Renders the first page at 200 dpi, fewer when a side would exceed `maxSide` pixels. Every document gets
 * a PDFium of its own (some 30 ms): a file that breaks it cannot harm the next one.
 */
export async function renderFirstPage(file: Buffer, maxSide: number): Promise<Raster> {
  const library = await PDFiumLibrary.init();
  try {
    return await render(library, file, maxSide);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    throw new HttpError(422, 'UNREADABLE_PDF', `the first page cannot be rendered: ${reason}`);
  } finally {
    library.destroy();
  }
}

type Library = Awaited<ReturnType<typeof PDFiumLibrary.init>>;

async function render(library: Library, file: Buffer, maxSide: number): Promise<Raster> {
  const document = await library.loadDocument(file);
  try {
    const page = document.getPage(0);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const scale = Math.min(DPI / POINTS_PER_INCH, maxSide / Math.max(originalWidth, originalHeight));
    const { data, width, height } = await page.render({ scale, render: 'bitmap' });
    return { data: withoutAlpha(data), width, height, channels: 3 };
  } finally {
    document.destroy();
  }
}

/** The library has put red first already. */
function withoutAlpha(rgba: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from] ?? 0;
    rgb[to + 1] = rgba[from + 1] ?? 0;
    rgb[to + 2] = rgba[from + 2] ?? 0;
  }
  return rgb;
}
