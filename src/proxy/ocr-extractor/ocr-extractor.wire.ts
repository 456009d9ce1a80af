import { z } from 'zod';

const confidence = z.number().min(0).max(1);

const word = z.object({
  text: z.string(),
  confidence,
  /** x, y, width, height in pixels of the image that was read. */
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});

export const ocrWire = z.object({
  text: z.string(),
  confidence,
  language: z.string(),
  words: z.array(word),
  model_version: z.string(),
});

export const extractWire = z.object({
  document_type: z.string(),
  structured_data: z.record(z.string(), z.unknown()),
  confidence_scores: z.record(z.string(), confidence),
  model_version: z.string(),
});
