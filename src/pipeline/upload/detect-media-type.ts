import type { DocumentMediaType } from './document.js';

/**
 * The first bytes of the formats that are read here, and of no others: a general detector looks into archives and
 * containers as well, which is work for an attacker to choose.
 */
const SIGNATURES: readonly (readonly [DocumentMediaType, RegExp])[] = [
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/png', /^\x89PNG\r\n\x1a\n/],
  ['image/tiff', /^(?:II[*+]\0|MM\0[*+])/],
  ['image/webp', /^RIFF[^]{4}WEBP/],
  ['application/pdf', /^%PDF-/],
];

const LONGEST_BYTES = 12;

/** By content: the name and the type that a client states are not looked at. Undefined: none of ours. */
export function detectMediaType(document: Buffer): DocumentMediaType | undefined {
  const start = document.toString('latin1', 0, LONGEST_BYTES);
  return SIGNATURES.find(([, signature]) => signature.test(start))?.[0];
}
