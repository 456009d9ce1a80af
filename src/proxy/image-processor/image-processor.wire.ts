import { z } from 'zod';

const confidence = z.number().min(0).max(1);
const corners = z.array(z.tuple([z.number(), z.number()])).length(4);

const image = z.object({
  corrected_image: z.base64(),
  content_type: z.string().regex(/^image\/[a-z+.-]+$/),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  confidence,
  model_version: z.string(),
});

export const processWire = image.extend({
  corners: corners.nullable(),
  rotation: z.number(),
  operations: z.array(z.string()),
});

export const unwarpWire = image.extend({ corners });

export const detectCornersWire = z.object({
  corners,
  confidence,
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  model_version: z.string(),
});
