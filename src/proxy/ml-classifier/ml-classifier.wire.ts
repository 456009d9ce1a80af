import { z } from 'zod';

const probability = z.number().min(0).max(1);

export const classifyWire = z.object({
  predicted_class: z.string().min(1),
  confidence: probability,
  probabilities: z.record(z.string(), probability),
  model: z.string(),
  model_version: z.string(),
});

export const trainWire = z.object({
  model: z.string(),
  model_version: z.string(),
  classes: z.array(z.string()),
  samples: z.number().int().nonnegative(),
  accuracy: probability,
});
