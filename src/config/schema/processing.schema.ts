import { z } from 'zod';
import { positiveInteger, seconds } from './scalars.js';

const language = z.string().regex(/^[a-z]{2,3}$/, { error: 'expected a language code such as es' });
const documentClass = z.string().regex(/^[a-z][a-z0-9_]*$/, { error: 'expected a name in snake_case' });

const limitKeys = {
  max_document_bytes: positiveInteger
    .default(20_971_520)
    .meta({ description: 'Largest document accepted, in bytes (20 MB); beyond it 413.' }),
  max_pixels: positiveInteger
    .default(50_000_000)
    .meta({ description: 'Most pixels of an image, read from its header; beyond it 413.' }),
  max_training_bytes: positiveInteger
    .default(67_108_864)
    .meta({ description: 'Largest labelled data set accepted by /phase3/train, in bytes.' }),
  replay_memory_bytes: positiveInteger.default(1_048_576).meta({
    description:
      'Bytes of an upload through /services/… that are kept in memory for a retry; more, up to max_document_bytes, in a temporary file.',
  }),
  request_deadline_seconds: seconds
    .default(180)
    .meta({ description: 'Seconds in which a document must be through all phases.' }),
};

export const processingSchema = z
  .strictObject({
    ...limitKeys,
    ocr_confidence: z
      .number()
      .min(0)
      .max(1)
      .default(0.3)
      .meta({ description: 'OCR words below it are dropped, unless the request says otherwise.' }),
    default_language: language
      .default('es')
      .meta({ description: 'OCR language of classes not named below.' }),
    language_by_class: z
      .record(documentClass, language.meta({ description: 'OCR language of this class.' }))
      .default({ pasaporte: 'en' }),
    document_classes: z
      .array(documentClass)
      .min(1)
      .default(['cedula_identidad', 'ficha_residencia', 'pasaporte'])
      .meta({ description: 'Classes that a client may name as `document_type`.' }),
  })
  .prefault({})
  .meta({ title: 'Processing', description: 'Bounds and defaults of the document pipeline.' });
