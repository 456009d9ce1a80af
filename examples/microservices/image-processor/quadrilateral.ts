import { distance, polygonArea, type Corners, type Point } from './raster.ts';

/** Andrew's monotone chain; clockwise on a screen, no point twice. */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const upper = halfHull(sorted);
  const lower = halfHull(sorted.toReversed());
  return [...upper.slice(0, -1), ...lower.slice(0, -1)];
}

function halfHull(sorted: readonly Point[]): Point[] {
  const chain: Point[] = [];
  for (const point of sorted) {
    while (chain.length >= 2 && turn(chain.at(-2), chain.at(-1), point) <= 0) chain.pop();
    chain.push(point);
  }
  return chain;
}

function turn(a: Point = [0, 0], b: Point = [0, 0], c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/**
 * The tight quadrilateral around a convex polygon: the edge whose removal adds the least area goes first,
 * its neighbours are prolonged until they meet.
 */
export function enclosingQuadrilateral(hull: readonly Point[]): Corners | null {
  const polygon = [...hull];
  while (polygon.length > 4) {
    const cheapest = cheapestEdge(polygon);
    if (!cheapest) return null;
    polygon[cheapest.index] = cheapest.meeting;
    polygon.splice((cheapest.index + 1) % polygon.length, 1);
  }
  return polygon.length === 4 ? inReadingOrder(polygon) : null;
}

function cheapestEdge(polygon: readonly Point[]): { index: number; meeting: Point } | null {
  let best: { index: number; meeting: Point; cost: number } | null = null;
  for (let index = 0; index < polygon.length; index++) {
    const at = (offset: number): Point =>
      polygon[(index + offset + polygon.length) % polygon.length] ?? [0, 0];
    const meeting = intersect([at(-1), at(0)], [at(2), at(1)]);
    if (!meeting || turn(at(0), meeting, at(1)) <= 0) continue;
    const cost = Math.abs(polygonArea([at(0), meeting, at(1)]));
    if (!best || cost < best.cost) best = { index, meeting, cost };
  }
  return best;
}

type Line = readonly [Point, Point];

function intersect([a, b]: Line, [c, d]: Line): Point | null {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const cross = rx * sy - ry * sx;
  if (Math.abs(cross) < 1e-9) return null;
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross;
  return [a[0] + t * rx, a[1] + t * ry];
}

/** Clockwise from the corner nearest to the top left of the picture. */
export function inReadingOrder(points: readonly Point[]): Corners | null {
  const clockwise = polygonArea(points) < 0 ? points.toReversed() : points;
  const sums = clockwise.map(([x, y]) => x + y);
  const first = sums.indexOf(Math.min(...sums));
  const [a, b, c, d] = [...clockwise.slice(first), ...clockwise.slice(0, first)];
  return a && b && c && d ? [a, b, c, d] : null;
}

/** Fits a straight line to the boundary along each side and takes the corners where these lines meet. */
export function refineCorners(corners: Corners, boundary: readonly Point[]): Corners {
  const sides = corners.map((corner, index) => {
    const next = corners[(index + 1) % 4] ?? corner;
    return fitSide([corner, next], boundary);
  });
  const refined = corners.map((corner, index) => {
    const [before, after] = [sides[(index + 3) % 4], sides[index]];
    const meeting = before && after ? intersect(before, after) : null;
    return meeting ?? corner;
  });
  return inReadingOrder(refined) ?? corners;
}

/** Total least squares over the points near the middle four fifths of the side: corners may be rounded. */
function fitSide([from, to]: Line, boundary: readonly Point[]): Line {
  const length = Math.max(1, distance(from, to));
  const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const near = boundary.filter(([x, y]) => {
    const along = (x - from[0]) * ux + (y - from[1]) * uy;
    const across = Math.abs((y - from[1]) * ux - (x - from[0]) * uy);
    return along > 0.1 * length && along < 0.9 * length && across < Math.max(2, 0.015 * length);
  });
  if (near.length < 8) return [from, to];
  const mx = near.reduce((sum, [x]) => sum + x, 0) / near.length;
  const my = near.reduce((sum, [, y]) => sum + y, 0) / near.length;
  let [xx, xy, yy] = [0, 0, 0];
  for (const [x, y] of near) {
    xx += (x - mx) ** 2;
    xy += (x - mx) * (y - my);
    yy += (y - my) ** 2;
  }
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy);
  return [
    [mx, my],
    [mx + Math.cos(angle), my + Math.sin(angle)],
  ];
}

/** The four inner angles, in degrees. */
export function innerAngles(corners: Corners): number[] {
  return corners.map((corner, index) => {
    const [before, after] = [corners[(index + 3) % 4] ?? corner, corners[(index + 1) % 4] ?? corner];
    const a = Math.atan2(before[1] - corner[1], before[0] - corner[0]);
    const b = Math.atan2(after[1] - corner[1], after[0] - corner[0]);
    return (((((a - b) * 180) / Math.PI) % 360) + 360) % 360;
  });
}
