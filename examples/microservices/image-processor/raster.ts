/** Decoded pixels: rows from the top, `channels` bytes per pixel. */
export interface Raster {
  data: Uint8Array;
  width: number;
  height: number;
  channels: number;
}

export type Point = readonly [x: number, y: number];
/** Top left, top right, bottom right, bottom left, in pixels. */
export type Corners = readonly [Point, Point, Point, Point];

export function frameCorners({ width, height }: { width: number; height: number }): Corners {
  return [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
}

export function scaleCorners(corners: Corners, factor: number): Corners {
  const scale = ([x, y]: Point): Point => [x * factor, y * factor];
  return [scale(corners[0]), scale(corners[1]), scale(corners[2]), scale(corners[3])];
}

/** Moves every corner towards the middle by this share of the way: the rim shows what lies under the paper. */
export function insetCorners(corners: Corners, share: number): Corners {
  const [a, b, c, d] = corners;
  const [mx, my] = [(a[0] + b[0] + c[0] + d[0]) / 4, (a[1] + b[1] + c[1] + d[1]) / 4];
  const inset = ([x, y]: Point): Point => [x + (mx - x) * share, y + (my - y) * share];
  return [inset(a), inset(b), inset(c), inset(d)];
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** Shoelace formula; positive when the points run clockwise on a screen (y grows downwards). */
export function polygonArea(points: readonly Point[]): number {
  let twice = 0;
  points.forEach(([x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, y];
    twice += x * nextY - nextX * y;
  });
  return twice / 2;
}
