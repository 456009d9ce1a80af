import { distanceToBackground } from './background.ts';
import { largestBlob, otsuThreshold } from './blob.ts';
import { convexHull, enclosingQuadrilateral, innerAngles, refineCorners } from './quadrilateral.ts';
import { frameCorners, polygonArea, type Corners, type Raster } from './raster.ts';

export interface CornerDetection {
  corners: Corners;
  /** 0..1; below `TRUSTED_CORNERS` the document's edges were not seen. */
  confidence: number;
}

export const TRUSTED_CORNERS = 0.6;

/** Less contrast than this between paper and surface is shadow or noise, in levels. */
const MIN_CONTRAST = 9;
const MIN_AREA = 0.15;

/**
 * Finds the one document on a surface of another colour. Wants a small, slightly blurred picture (about
 * 500 pixels wide). Where no edge is visible the answer is the whole frame with a low confidence.
 */
export function detectCorners(picture: Raster): CornerDetection {
  const nothing = { corners: frameCorners(picture), confidence: 0 };
  const { distance, spread } = distanceToBackground(picture);
  const threshold = Math.max(MIN_CONTRAST + 3 * spread, otsuThreshold(distance.data) * 0.6);
  const blob = largestBlob(distance, threshold);
  if (!blob) return nothing;
  const hull = convexHull(blob.boundary);
  const rough = enclosingQuadrilateral(hull);
  if (!rough) return nothing;
  const corners = refineCorners(rough, blob.boundary);
  return { corners, confidence: judge(corners, blob.area, picture) };
}

/** A sheet of paper fills its quadrilateral, has roughly right angles and a fair size. */
function judge(corners: Corners, area: number, { width, height }: Raster): number {
  const enclosed = polygonArea(corners);
  const share = enclosed / (width * height);
  if (share < MIN_AREA || share > 1.02) return 0;
  const filled = Math.min(area, enclosed) / Math.max(area, enclosed);
  const worst = Math.max(...innerAngles(corners).map((angle) => Math.abs(angle - 90)));
  const square = Math.max(0, 1 - Math.max(0, worst - 12) / 40);
  return Math.round(filled ** 3 * square * 1000) / 1000;
}
