import { z } from 'zod';

/** A problem, for the API description; `toProblemDetails` makes them. */

export const fieldErrorSchema = z
  .strictObject({
    pointer: z.string().meta({ description: 'To the value (RFC 6901).', example: '/ocr_confidence' }),
    detail: z.string(),
  })
  .meta({ id: 'FieldError' });

export const problemSchema = z
  .strictObject({
    type: z.string().meta({
      format: 'uri-reference',
      description: 'Of a page that tells what the code means, and what to do.',
      example: '/errors/VALIDATION_FAILED',
    }),
    title: z.string().meta({ description: 'The same for every problem of this code.' }),
    status: z.int().min(400).max(599),
    detail: z.string().meta({ description: 'What went wrong this time.' }),
    instance: z.string().meta({ description: 'The path of the request.', example: '/process' }),
    code: z
      .string()
      .regex(/^[A-Z]+(?:_[A-Z]+)*$/)
      .meta({ description: 'Stable: for programs.', example: 'VALIDATION_FAILED' }),
    request_id: z.string().meta({ description: 'For the one who looks into the log.' }),
    retryable: z.boolean().meta({ description: 'Whether the same request may succeed later.' }),
    errors: z.array(fieldErrorSchema).optional().meta({ description: 'The values that are not acceptable.' }),
    limit: z.number().optional().meta({ description: 'What would have been accepted.' }),
    actual: z.number().optional().meta({ description: 'What it was.' }),
    'violated-policies': z.array(z.string()).optional().meta({
      description: 'Names of the limits that are used up, as in `RateLimit-Policy`.',
    }),
    service: z.string().optional().meta({ description: 'The microservice.', example: 'ocr_extractor' }),
    phase: z.string().optional().meta({ description: 'The phase of the document.', example: 'phase_4' }),
    phases: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: 'What became of each phase, where one that is required has failed.' }),
    accepted: z
      .array(z.string())
      .optional()
      .meta({ description: 'Media types that would have been accepted.' }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457, with members of ours.' });
