import { z } from 'zod';

import { PHASES } from './phase-board.js';

/** What the routes of the pipeline answer, for the API description; the answers themselves are not parsed again. */

const EMBEDDING_DIMENSIONS = 768;

const seconds = z.number().nonnegative().meta({ description: 'Seconds.' });
const confidence = z.number().min(0).max(1);
const pixels = z.int().positive();
const modelVersion = z
  .string()
  .meta({ description: 'Of the model of the microservice.', example: '2026.11' });
const processingId = z.string().meta({ example: 'proc_01KB2Z5T7W3N8Q4R6X9Y1M0C2D' });
const cached = z.literal(true).optional().meta({ description: 'Stands where the result was kept.' });
const corners = z
  .array(z.array(z.number()).length(2))
  .length(4)
  .meta({
    description: 'Of the document, clockwise from top left: `[x, y]` in pixels.',
    examples: [
      [
        [12, 8],
        [803, 10],
        [801, 512],
        [14, 509],
      ],
    ],
  });
const base64 = z.string().meta({ contentEncoding: 'base64', description: 'The image, in base64.' });

const imageFacts = {
  corrected_image: base64,
  content_type: z.string().meta({ example: 'image/jpeg' }),
  confidence,
  width: pixels,
  height: pixels,
};
const preparedImage = z
  .strictObject({
    ...imageFacts,
    corners: corners.nullable(),
    rotation: z.number().meta({ description: 'Degrees.' }),
    operations: z.array(z.string()).meta({ description: 'What was done to the image, in order.' }),
  })
  .meta({ id: 'PreparedImage' });
const embedding = z
  .strictObject({
    embeddings: z.array(z.number()).length(EMBEDDING_DIMENSIONS),
    cluster_id: z.int().nonnegative().nullable(),
  })
  .meta({ id: 'Embedding' });
const classification = z
  .strictObject({
    predicted_class: z.string().meta({ example: 'cedula_identidad' }),
    confidence,
    probabilities: z.record(z.string(), confidence).meta({ description: 'By class.' }),
  })
  .meta({ id: 'Classification' });
const readText = z
  .strictObject({ text: z.string(), confidence, language: z.string().meta({ example: 'es' }) })
  .meta({ id: 'DocumentText' });
const fields = z.record(z.string(), z.unknown()).meta({
  description: 'By name of the field; which there are depends on the class of the document.',
  examples: [{ nombres: 'VALENTINA', apellidos: 'ROJAS QUISPE' }],
});
const confidences = z.record(z.string(), confidence).meta({ description: 'By name of the field.' });
const extractedFields = z
  .strictObject({ structured_data: fields, confidence_scores: confidences })
  .meta({ id: 'ExtractedFields' });

const failed = z
  .strictObject({
    status: z.literal('failed'),
    processing_time: seconds,
    error: z.strictObject({
      code: z.string().meta({ example: 'UPSTREAM_TIMEOUT' }),
      detail: z.string(),
      retryable: z.boolean(),
    }),
  })
  .meta({ id: 'FailedPhase' });
const skipped = z
  .strictObject({ status: z.literal('skipped'), processing_time: z.literal(0), reason: z.string() })
  .meta({ id: 'SkippedPhase' });

function phaseReport(id: string, output: z.ZodType) {
  const completed = z
    .strictObject({ status: z.literal('completed'), processing_time: seconds, cached, output })
    .meta({ id: `Completed${id}` });
  return z.discriminatedUnion('status', [completed, failed, skipped]).meta({ id: `${id}Report` });
}

/** Of `POST /process` and `GET /results/{processing_id}`. */
export const documentResultSchema = z
  .strictObject({
    success: z.literal(true),
    processing_id: processingId,
    phases: z.strictObject({
      phase_1: phaseReport('Preparation', preparedImage),
      phase_2: phaseReport('Embedding', embedding),
      phase_3: phaseReport('Classification', classification),
      phase_4: phaseReport('Reading', readText),
      phase_5: phaseReport('Extraction', extractedFields),
    }),
    total_processing_time: seconds,
    final_result: z.strictObject({
      document_type: z.string().meta({ example: 'cedula_identidad' }),
      extracted_data: fields,
      confidence_scores: confidences,
    }),
  })
  .meta({ id: 'DocumentResult' });

function phaseResult(id: string, output: z.ZodType) {
  return z
    .strictObject({
      success: z.literal(true),
      processing_id: processingId,
      phase: z.enum(PHASES),
      status: z.literal('completed'),
      processing_time: seconds,
      cached,
      output,
    })
    .meta({ id });
}

/** Of a `/phaseN` route, by its parameters: a little more than stands in the result of a document. */
export const phaseResultSchemas = {
  preprocess: phaseResult('PreprocessResult', preparedImage.extend({ model_version: modelVersion })),
  detectCorners: phaseResult(
    'CornersResult',
    z.strictObject({ corners, confidence, width: pixels, height: pixels, model_version: modelVersion }),
  ),
  unwarp: phaseResult(
    'UnwarpResult',
    z.strictObject({ ...imageFacts, corners, model_version: modelVersion }),
  ),
  embed: phaseResult(
    'EmbedResult',
    embedding.extend({ dimensions: z.literal(EMBEDDING_DIMENSIONS), model_version: modelVersion }),
  ),
  cluster: phaseResult(
    'ClusterResult',
    z.strictObject({
      cluster_ids: z.array(z.int().nonnegative()).meta({ description: 'Of each embedding, in their order.' }),
      k: z.int().positive().meta({ description: 'How many clusters there are.' }),
      silhouette: z.number().min(-1).max(1).meta({ description: 'How well they are apart.' }),
      centroids: z.array(z.array(z.number())),
      model_version: modelVersion,
    }),
  ),
  classify: phaseResult(
    'ClassifyResult',
    classification.extend({ model: z.string(), model_version: modelVersion }),
  ),
  train: phaseResult(
    'TrainResult',
    z.strictObject({
      model: z.string(),
      model_version: modelVersion,
      classes: z.array(z.string()),
      samples: z.int().nonnegative(),
      accuracy: confidence,
    }),
  ),
  ocr: phaseResult(
    'OcrResult',
    readText.extend({
      words: z.array(
        z.strictObject({
          text: z.string(),
          confidence,
          box: z.array(z.number()).length(4).meta({ description: '`x`, `y`, width and height in pixels.' }),
        }),
      ),
      model_version: modelVersion,
    }),
  ),
  extract: phaseResult(
    'ExtractResult',
    extractedFields.extend({ document_type: z.string(), model_version: modelVersion }),
  ),
};
