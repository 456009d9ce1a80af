import { createMicroservice, type Handler, type Microservice } from '../shared/microservice.ts';
import { HttpError } from '../shared/http-error.ts';
import { booleanField, invalid, requireFile } from '../shared/parameters.ts';
import { correct, findCorners, INSET } from './correct.ts';
import { decodeDocument, toSharp } from './decode.ts';
import { rectify } from './homography.ts';
import {
  frameCorners,
  insetCorners,
  polygonArea,
  scaleCorners,
  type Corners,
  type Point,
  type Raster,
} from './raster.ts';

const MODEL_VERSION = 'geometry-1';
const JPEG_QUALITY = 90;

/** Port 8001: finds, straightens and cleans the document in a picture. */
export function createImageProcessor(): Microservice {
  return createMicroservice({
    name: 'image_processor',
    version: '1.0.0',
    modelVersion: () => MODEL_VERSION,
    routes: {
      'POST /process': processDocument,
      'POST /detect-corners': detectDocumentCorners,
      'POST /unwarp': unwarpDocument,
    },
  });
}

const processDocument: Handler = async (request) => {
  const options = {
    enhance: booleanField(request, 'enhance', true),
    unwarp: booleanField(request, 'unwarp', true),
  };
  const decoded = await decodeDocument(requireFile(request));
  request.signal.throwIfAborted();
  const { picture, corners, rotation, operations, confidence } = await correct(decoded, options);
  return {
    ...(await encode(picture)),
    confidence,
    corners: corners && rounded(corners),
    rotation,
    operations,
    model_version: MODEL_VERSION,
  };
};

const detectDocumentCorners: Handler = async (request) => {
  const { picture, scale } = await decodeDocument(requireFile(request));
  const { corners, confidence } = await findCorners(picture);
  return {
    corners: rounded(scaleCorners(corners, 1 / scale)),
    confidence,
    width: Math.round(picture.width / scale),
    height: Math.round(picture.height / scale),
    model_version: MODEL_VERSION,
  };
};

const unwarpDocument: Handler = async (request) => {
  const { picture, scale } = await decodeDocument(requireFile(request));
  const size = { width: picture.width / scale, height: picture.height / scale };
  const given = request.fields.corners === undefined ? null : parseCorners(request.fields.corners, size);
  const found = given ? { corners: scaleCorners(given, scale), confidence: 1 } : await findCorners(picture);
  request.signal.throwIfAborted();
  const cut = given ? found.corners : insetCorners(found.corners, INSET);
  return {
    ...(await encode(rectify(picture, cut))),
    confidence: found.confidence,
    corners: rounded(scaleCorners(found.corners, 1 / scale)),
    model_version: MODEL_VERSION,
  };
};

async function encode(picture: Raster): Promise<object> {
  const jpeg = await toSharp(picture).jpeg({ quality: JPEG_QUALITY }).toBuffer();
  return {
    corrected_image: jpeg.toString('base64'),
    content_type: 'image/jpeg',
    width: picture.width,
    height: picture.height,
  };
}

/** Four points inside the picture, clockwise from the top left, that enclose at least a hundredth of it. */
function parseCorners(text: string, size: { width: number; height: number }): Corners {
  const [a, b, c, d, ...rest] = parsePoints(text);
  if (!a || !b || !c || !d || rest.length > 0)
    throw invalid('corners', 'must be four points [[x,y],…] as JSON');
  const corners: Corners = [a, b, c, d];
  const isInside = ([x, y]: Point): boolean => x >= 0 && y >= 0 && x <= size.width && y <= size.height;
  if (!corners.every(isInside)) throw invalid('corners', 'must lie inside the image');
  if (polygonArea(corners) < polygonArea(frameCorners(size)) / 100) {
    throw invalid('corners', 'must run clockwise from the top left and enclose an area');
  }
  return corners;
}

function parsePoints(text: string): Point[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HttpError(422, 'PARAMETER_INVALID', 'corners must be JSON');
  }
  return Array.isArray(value) ? value.filter(isPoint) : [];
}

function isPoint(value: unknown): value is Point {
  return Array.isArray(value) && value.length === 2 && value.every((part) => Number.isFinite(part));
}

function rounded(corners: Corners): number[][] {
  return corners.map(([x, y]) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]);
}
