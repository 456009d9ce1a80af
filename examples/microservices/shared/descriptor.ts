import { thumbnail, type Thumbnail } from './image.ts';
import { mean, round, withLength } from './vector.ts';

/** Changes whenever the numbers change: embeddings of another version must not be compared with these. */
export const DESCRIPTOR_VERSION = 'layout-768-1';
export const DIMENSIONS = 768;

const SIDE = 64;
const CELL = 8;
const GRID = SIDE / CELL;
const DIRECTIONS = 8;
/** What each part may add to the distance of two images: strokes say most, colour least. */
const WEIGHTS = { strokes: 1, layout: 0.7, colour: 0.5 };

/**
 * 768 numbers of unit length that are near each other for documents that look alike: 512 of stroke directions
 * (8 × 8 cells × 8 directions), 128 of layout (darkness of 64 rows and 64 columns) and 128 of colour (8 × 8 cells
 * × 2 channels). Throws 415 when the bytes are no image and 422 when it cannot be decoded.
 */
export async function describeImage(image: Buffer): Promise<number[]> {
  const picture = await thumbnail(image, SIDE);
  const grey = toGrey(picture);
  const parts = [
    withLength(strokes(grey), WEIGHTS.strokes),
    withLength(layout(grey), WEIGHTS.layout),
    withLength(colour(picture), WEIGHTS.colour),
  ];
  return round(withLength(parts.flat(), 1), 6);
}

function toGrey({ rgb }: Thumbnail): number[] {
  return Array.from({ length: SIDE * SIDE }, (_, i) => {
    const [red = 0, green = 0, blue = 0] = rgb.subarray(i * 3, i * 3 + 3);
    return 0.299 * red + 0.587 * green + 0.114 * blue;
  });
}

/** Histograms of gradient directions; each cell is weighed by its share of the contrast around it (HOG). */
function strokes(grey: number[]): number[] {
  const cells = Array.from({ length: GRID * GRID }, () => new Array<number>(DIRECTIONS).fill(0));
  for (let y = 1; y < SIDE - 1; y++) {
    for (let x = 1; x < SIDE - 1; x++) {
      const right = (grey[y * SIDE + x + 1] ?? 0) - (grey[y * SIDE + x - 1] ?? 0);
      const down = (grey[(y + 1) * SIDE + x] ?? 0) - (grey[(y - 1) * SIDE + x] ?? 0);
      const cell = cells[cellOf(x, y)] ?? [];
      const turn = (Math.atan2(down, right) / Math.PI + 1) % 1;
      const direction = Math.min(DIRECTIONS - 1, Math.floor(turn * DIRECTIONS));
      cell[direction] = (cell[direction] ?? 0) + Math.hypot(right, down);
    }
  }
  const contrast = Math.hypot(...cells.flat()) / Math.sqrt(cells.length);
  return cells.flatMap((cell) => cell.map((value) => value / (Math.hypot(...cell) + contrast + 1)));
}

/** Darkness of each row and each column against their average. */
function layout(grey: number[]): number[] {
  const lines = Array.from({ length: SIDE }, (_, i) => i);
  const row = (y: number): number => lines.reduce((sum, x) => sum + (grey[y * SIDE + x] ?? 0), 0);
  const column = (x: number): number => lines.reduce((sum, y) => sum + (grey[y * SIDE + x] ?? 0), 0);
  return [lines.map(row), lines.map(column)].flatMap((sums) => {
    const average = sums.reduce((sum, value) => sum + value, 0) / SIDE;
    return sums.map((value) => average - value);
  });
}

/** Red against green and yellow against blue, per cell. */
function colour({ rgb }: Thumbnail): number[] {
  const cells = Array.from({ length: GRID * GRID }, () => [] as number[][]);
  for (let i = 0; i < SIDE * SIDE; i++) {
    const [red = 0, green = 0, blue = 0] = rgb.subarray(i * 3, i * 3 + 3);
    cells[cellOf(i % SIDE, Math.floor(i / SIDE))]?.push([red - green, (red + green) / 2 - blue]);
  }
  return cells.flatMap(mean);
}

function cellOf(x: number, y: number): number {
  return Math.floor(y / CELL) * GRID + Math.floor(x / CELL);
}
