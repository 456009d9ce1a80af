import { z } from 'zod';

import { jsonSchema, type RouteAnswer, RouteDocs } from '../../common/decorators/index.js';
import { DocumentRoute, EXAMPLE_IMAGE, processParametersSchema } from '../../pipeline/index.js';
import { jobResponseSchema } from '../job-response.js';

const MAX_URL_CHARACTERS = 2048;

const callbackUrl = z.string().max(MAX_URL_CHARACTERS).optional().meta({
  format: 'uri',
  description:
    'Is told what has become of the job, by a signed webhook. A document with one always is a job.',
  example: 'https://hooks.example.com/iris',
});
const config = z.unknown().meta({
  openapi: {
    type: ['object', 'string'],
    maxLength: 65_536,
    description: 'The parameters as one object (in a form: as JSON text); what stands beside it wins.',
  },
});
const MEMBERS = { callback_url: callbackUrl, config: config.optional() };

const idempotencyKey = z.string().min(1).max(255).meta({
  description: 'A request that comes again with the same key gets the answer of the first one, for a day.',
  example: 'd8b4f2a6-0c7e-4c53-9d0e-3f6f2b7a1c55',
});
const retention = z
  .string()
  .regex(/^\d{1,7}[smh]$/)
  .meta({
    description: 'How long a result is kept, such as `0s` (until it was read) or `90m`.',
    example: '24h',
  });
const prefer = z.string().max(1024).meta({
  description: '`respond-async`: 202 at once; `wait=10`: 202 when it takes longer (RFC 7240)',
  example: 'respond-async',
});

const LOCATION = { Location: 'Where it is told of', 'Retry-After': 'Seconds, until it is worth a look' };

const ACCEPTED: RouteAnswer = {
  description: 'It has become a job.',
  schema: jobResponseSchema,
  headers: { ...LOCATION, 'Preference-Applied': 'The preference that was honoured (RFC 7240)' },
};

const INTAKE_REFUSALS = {
  409: 'The first request with this `Idempotency-Key` is under way: `IDEMPOTENCY_KEY_IN_USE`',
  429: 'Too many of your jobs wait: `TOO_MANY_JOBS`',
};
const QUEUE = 'The queue is full or not ready: `QUEUE_FULL`, `QUEUE_UNAVAILABLE`';
const KEY_MALFORMED = '`REQUEST_MALFORMED`, `IDEMPOTENCY_KEY_MALFORMED`';

export function ProcessDocs(): MethodDecorator {
  return DocumentRoute('process', 'process', {
    summary: 'One document through all the phases',
    description:
      'Prepares the image, classifies the document, reads its text and extracts its fields. Phases whose results are ' +
      'kept are not done again. A document that takes longer than the client wants to wait becomes a job, and the ' +
      'work goes on.',
    name: 'Process',
    members: MEMBERS,
    answers: { 202: ACCEPTED },
    headers: { Prefer: prefer, 'X-Retention': retention, 'Idempotency-Key': idempotencyKey },
    refusals: {
      ...INTAKE_REFUSALS,
      400: `Malformed or empty upload, or a bad header: \`DOCUMENT_EMPTY\`, ${KEY_MALFORMED}`,
      422: 'Bad parameters, with `errors[].pointer`, or a document that cannot be read: `VALIDATION_FAILED`, `DOCUMENT_UNREADABLE`, `DOCUMENT_REJECTED`, `IDEMPOTENCY_KEY_REUSED`',
      503: `A microservice is not available, with \`service\` and \`phase\`: \`UPSTREAM_BREAKER_OPEN\`, \`UPSTREAM_OVERLOADED\`, \`UPSTREAM_BUSY\`, \`UPSTREAM_FAILED\`. ${QUEUE}`,
    },
    examples: [
      { summary: 'A document in base64, with what is known of it', value: EXAMPLE },
      { summary: 'A document of which nothing is known', value: { file: EXAMPLE_IMAGE } },
    ],
  });
}

const EXAMPLE = { file: EXAMPLE_IMAGE, document_type: 'pasaporte', language: 'en', ocr_confidence: 0.5 };

const batchForm = processParametersSchema
  .extend({
    ...MEMBERS,
    file: z
      .array(z.string().meta({ openapi: { type: 'string', format: 'binary' } }))
      .min(1)
      .max(1000)
      .meta({ description: 'Documents, or ZIPs of documents' }),
  })
  .meta({ id: 'BatchForm' });

const batchSchema = z
  .strictObject({
    batch_id: z.string().meta({ example: 'batch_01KB2Z5T7W3N8Q4R6X9Y1M0C2D' }),
    jobs: z.array(jobResponseSchema),
    refused: z
      .array(z.strictObject({ file_name: z.string().nullable(), code: z.string(), detail: z.string() }))
      .meta({ description: 'Documents that are not taken, and why; they do not spoil the others.' }),
  })
  .meta({ id: 'Batch' });

export function BatchDocs(): MethodDecorator {
  return RouteDocs({
    summary: 'Many documents at once, as parts or in ZIPs; each one becomes a job',
    description:
      'The parameters hold for all of them. A batch comes after the documents that somebody waits for.',
    bodies: { 'multipart/form-data': jsonSchema(batchForm, 'input') },
    headers: { 'X-Retention': retention, 'Idempotency-Key': idempotencyKey },
    answers: { 202: { description: 'Accepted', schema: batchSchema, headers: LOCATION } },
    refusals: {
      ...INTAKE_REFUSALS,
      400: `Malformed: ${KEY_MALFORMED}`,
      408: 'The body did not arrive in time: `REQUEST_TIMEOUT`',
      413: 'Too many documents or bytes, with `limit` and `actual`: `PAYLOAD_TOO_LARGE`, `BATCH_TOO_LARGE`, `BATCH_TOO_MANY_DOCUMENTS`',
      415: 'Not a form: `UNSUPPORTED_MEDIA_TYPE`',
      422: 'Bad parameters, with `errors[].pointer`, or an archive that cannot be read: `VALIDATION_FAILED`, `ARCHIVE_UNREADABLE`, `IDEMPOTENCY_KEY_REUSED`',
      503: QUEUE,
    },
  });
}
