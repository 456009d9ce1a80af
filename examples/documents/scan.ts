import sharp from 'sharp';
import { solveHomography, warp } from '../microservices/image-processor/homography.ts';
import {
  frameCorners,
  type Corners,
  type Point,
  type Raster,
} from '../microservices/image-processor/raster.ts';

export type Surface = 'lid' | 'wood' | 'cloth';

/** How a document came into the picture. */
export interface Shot {
  width: number;
  height: number;
  surface: Surface;
  corners: Corners;
  /** Standard deviation of the sensor noise, in grey levels. */
  noise?: number;
  /** 1 keeps the contrast, 0.3 leaves a third of it around a bright grey. */
  contrast?: number;
  /** How much darker the far corner is, 0..1. */
  shade?: number;
  blur?: number;
  seed: number;
}

/** Corners of a document of the given size, turned clockwise by `degrees` about the middle of the picture. */
export function placed(picture: [number, number], document: [number, number], degrees: number): Corners {
  const angle = (degrees * Math.PI) / 180;
  const turn = ([x, y]: Point): Point => [
    picture[0] / 2 + (x - document[0] / 2) * Math.cos(angle) - (y - document[1] / 2) * Math.sin(angle),
    picture[1] / 2 + (x - document[0] / 2) * Math.sin(angle) + (y - document[1] / 2) * Math.cos(angle),
  ];
  const [a, b, c, d] = frameCorners({ width: document[0], height: document[1] });
  return [turn(a), turn(b), turn(c), turn(d)];
}

/** Photographs the drawing: perspective, surface, light, blur and noise. The same seed gives the same pixels. */
export async function photograph(svg: string, shot: Shot): Promise<Raster> {
  const drawing = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = drawing.info;
  const source: Raster = { data: drawing.data, width, height, channels: 4 };
  const layer = warp(source, solveHomography(shot.corners, frameCorners(source)), shot.width, shot.height);
  const scene = lay(layer, shot);
  if (shot.blur) await soften(scene, shot.blur);
  expose(scene, shot);
  return scene;
}

function lay(layer: Raster, shot: Shot): Raster {
  const { width, height } = layer;
  const random = randomSource(shot.seed);
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const alpha = (layer.data[i * 4 + 3] ?? 0) / 255;
    const ground = SURFACES[shot.surface](i % width, Math.floor(i / width), random);
    for (let k = 0; k < 3; k++) {
      data[i * 3 + k] = (layer.data[i * 4 + k] ?? 0) * alpha + (ground[k] ?? 0) * (1 - alpha);
    }
  }
  return { data, width, height, channels: 3 };
}

type Ground = (x: number, y: number, random: () => number) => readonly number[];

const SURFACES: Record<Surface, Ground> = {
  lid: () => [226, 227, 229],
  wood: (x, y, random) => {
    const grain =
      10 * Math.sin(y / 9 + 3 * Math.sin(x / 210)) + 5 * Math.sin(y / 2.3 + x / 90) + 4 * random();
    return [88 + grain, 60 + grain * 0.8, 42 + grain * 0.6];
  },
  cloth: (x, y, random) => {
    const weave = ((x >> 1) + (y >> 1)) % 2 ? 7 : 0;
    return [44 + weave + 6 * random(), 54 + weave, 74 + weave + 6 * random()];
  },
};

async function soften(scene: Raster, sigma: number): Promise<void> {
  const { width, height } = scene;
  scene.data = await sharp(scene.data, { raw: { width, height, channels: 3 } })
    .blur(sigma)
    .raw()
    .toBuffer();
}

function expose(scene: Raster, { seed, noise = 0, contrast = 1, shade = 0 }: Shot): void {
  const random = randomSource(seed + 1);
  const { data, width, height } = scene;
  const diagonal = width + height;
  for (let i = 0; i < data.length; i++) {
    const pixel = Math.floor(i / 3);
    const light = 1 - (shade * ((pixel % width) + pixel / width)) / diagonal;
    const grey = 190 + ((data[i] ?? 0) - 190) * contrast;
    data[i] = Math.min(255, Math.max(0, grey * light + noise * gaussian(random)));
  }
}

/** Six uniform numbers have the variance 1/2. */
function gaussian(random: () => number): number {
  return (random() + random() + random() + random() + random() + random() - 3) * Math.SQRT2;
}

/** mulberry32: small, fast and the same on every machine. */
function randomSource(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
