import { formatRut, rutCheckDigit } from '../../microservices/ocr-extractor/rut.ts';
import { placed, type Shot } from '../scan.ts';

export interface Encoding {
  format: 'jpeg' | 'png' | 'webp' | 'tiff' | 'pdf';
  quality?: number;
  /** Turned clockwise, as when the sheet lies the wrong way in the scanner. */
  turn?: 90 | 180 | 270;
  /** EXIF orientation: the pixels are turned and a tag says how to turn them back. */
  exif?: 6;
}

export interface Sample {
  file: string;
  document_type: 'cedula_identidad' | 'ficha_residencia' | 'pasaporte';
  fields: Record<string, string | boolean>;
  svg: string;
  shot: Shot;
  encoding: Encoding;
}

export function rut(body: string): string {
  return formatRut(body, rutCheckDigit(body));
}

/** A sheet in a flatbed scanner, a little askew. */
export function flatbed(
  [width, height]: [number, number],
  document: [number, number],
  degrees: number,
  seed: number,
): Shot {
  return { width, height, surface: 'lid', corners: placed([width, height], document, degrees), seed };
}
