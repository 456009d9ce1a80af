import sharp from 'sharp';
import type { Sample } from '../../documents/samples/sample.ts';
import { photograph, placed, type Shot, type Surface } from '../../documents/scan.ts';
import type { Corners, Point } from '../image-processor/raster.ts';

const LONG_SIDE = 560;
const TURNS = [0, 0, 0, 90, 180, 270];
const SURFACES: Surface[] = ['lid', 'wood', 'cloth'];

/** How a document gets into a picture: shares of the picture, degrees. */
interface Style {
  surfaces: Surface[];
  fill: [number, number];
  jitter: number;
  degrees: number;
  contrast: [number, number];
  isFax?: boolean;
}
const STYLES = {
  corrected: { surfaces: SURFACES, fill: [0.98, 1.02], jitter: 0.01, degrees: 0.6, contrast: [0.5, 1] },
  flatbed: { surfaces: ['lid'], fill: [0.88, 0.97], jitter: 0.005, degrees: 4, contrast: [0.35, 1] },
  camera: { surfaces: SURFACES, fill: [0.65, 0.92], jitter: 0.05, degrees: 4, contrast: [0.5, 1] },
  fax: { surfaces: ['lid'], fill: [0.9, 1], jitter: 0.005, degrees: 4, contrast: [1, 1], isFax: true },
} satisfies Record<string, Style>;

/** A new photograph of the sample document: other place, surface, light, noise and way up. */
export async function randomShot({ svg }: Sample, random: () => number): Promise<Buffer> {
  const between = ([from, to]: [number, number]): number => from + (to - from) * random();
  const size = await sharp(Buffer.from(svg)).metadata();
  const factor = LONG_SIDE / Math.max(size.width, size.height);
  const [width, height] = [Math.round(size.width * factor), Math.round(size.height * factor)];
  const style: Style = pick(Object.values(STYLES), random);
  const shot: Shot = {
    width,
    height,
    surface: pick(style.surfaces, random),
    corners: randomCorners(width, height, style, between),
    noise: between([0, 12]),
    contrast: between(style.contrast),
    shade: style.isFax ? 0 : between([0, 0.3]),
    blur: between([0.3, 1]),
    seed: Math.floor(random() * 1e6),
  };
  const { data } = await photograph(svg, shot);
  const image = sharp(data, { raw: { width, height, channels: 3 } }).rotate(pick(TURNS, random));
  return (style.isFax ? image.greyscale().threshold(150) : image).png().toBuffer();
}

function randomCorners(
  width: number,
  height: number,
  { fill, jitter, degrees }: Style,
  between: (range: [number, number]) => number,
): Corners {
  const scale = between(fill);
  const turned = placed([width, height], [width * scale, height * scale], between([-degrees, degrees]));
  const move = ([x, y]: Point): Point => [
    x + between([-jitter, jitter]) * width,
    y + between([-jitter, jitter]) * height,
  ];
  return [move(turned[0]), move(turned[1]), move(turned[2]), move(turned[3])];
}

function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)] as T;
}
