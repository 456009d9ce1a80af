import { z } from 'zod';

import { ValidationError, validationErrorFrom } from '../common/errors/index.js';
import type { AppConfig } from '../config/index.js';

/** Forms carry text, JSON carries values: both are accepted for the same parameter. */
const flag = z
  .union([z.boolean(), z.stringbool({ truthy: ['true', '1'], falsy: ['false', '0'] })], {
    error: 'must be true or false',
  })
  .meta({ openapi: { type: 'boolean' } });
const fraction = z
  .union(
    [
      z.number(),
      z
        .string()
        // One way to match only: `\d*\.?\d+` would try for seconds on a long run of digits.
        .regex(/^(?:\d+(?:\.\d+)?|\.\d+)$/)
        .transform(Number),
    ],
    { error: 'must be a number' },
  )
  .pipe(z.number().min(0).max(1))
  .meta({ openapi: { type: 'number', minimum: 0, maximum: 1 } });
const language = z
  .string()
  .regex(/^[a-z]{2}$/, 'must be a language of two letters, such as es')
  .meta({ description: 'Of the text. Left out: the one of the class.', example: 'es' });
const name = z.string().regex(/^[a-z0-9_]{1,64}$/, 'must be 1 to 64 of a-z, 0-9 and _');
const point = { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 };
const corners = z
  .preprocess(
    (value) => (typeof value === 'string' ? parseJson(value) : value),
    z.array(z.tuple([z.number(), z.number()])).length(4),
  )
  .meta({
    openapi: { type: 'array', items: point, minItems: 4, maxItems: 4 },
    description: 'Of the document, clockwise from top left, as `[x, y]`. Left out: they are looked for.',
  });

const anyObject = z.record(z.string(), z.unknown());

/** Asks the classifier instead of trusting a hint. */
export const AUTO = 'auto';

export const DEFAULT_MODEL = 'efficientnet_b0';
const MAX_EMBEDDINGS = 5000;

/** The parameters of every route of the pipeline, as clients write them. */
export function pipelineSchemas(
  settings: Pick<AppConfig['processing'], 'document_classes' | 'ocr_confidence'>,
) {
  const documentClass = z.enum(settings.document_classes);
  return {
    process: z.strictObject({
      document_type: z.enum([AUTO, ...settings.document_classes]).default(AUTO),
      language: language.optional(),
      apply_unwarping: flag.default(true),
      enhance_quality: flag.default(true),
      ocr_confidence: fraction.default(settings.ocr_confidence),
      perform_clustering: flag.default(false),
    }),
    preprocess: z.strictObject({ enhance: flag.default(true), unwarp: flag.default(true) }),
    detectCorners: z.strictObject({}),
    unwarp: z.strictObject({ corners: corners.optional() }),
    embed: z.strictObject({ cluster: flag.default(false) }),
    cluster: z.strictObject({
      embeddings: z.array(z.array(z.number()).min(1)).min(2).max(MAX_EMBEDDINGS),
      max_k: z.number().int().min(2).max(100).default(10),
    }),
    classify: z.strictObject({ model: name.default(DEFAULT_MODEL) }),
    train: z.strictObject({
      model: name.default(DEFAULT_MODEL),
      samples: z
        .array(z.strictObject({ image: z.string().min(1).meta({ contentEncoding: 'base64' }), label: name }))
        .min(2),
    }),
    ocr: z.strictObject({
      document_type: documentClass.optional(),
      language: language.optional(),
      ocr_confidence: fraction.default(settings.ocr_confidence),
    }),
    extract: z.strictObject({ text: z.string().min(1).max(1_000_000), document_type: documentClass }),
  };
}

export type PipelineSchemas = ReturnType<typeof pipelineSchemas>;
export type ProcessParameters = z.output<PipelineSchemas['process']>;

/** @throws ValidationError with a pointer for each bad parameter */
export function parseParameters<T extends z.ZodType>(schema: T, parameters: unknown): z.output<T> {
  const result = schema.safeParse(parameters);
  if (!result.success) throw validationErrorFrom(result.error.issues);
  return result.data;
}

type Parameters = Readonly<Record<string, unknown>>;

/**
 * Some clients put all parameters into one member (`config` or `options`), as JSON text in a form.
 * What stands beside it wins.
 * @param rename brings older names up to date, in both places
 */
export function flatten(
  parameters: Parameters,
  member: string,
  rename: (parameters: Parameters) => Parameters = (same) => same,
): Parameters {
  const { [member]: nested, ...direct } = parameters;
  return { ...rename(parseNested(nested, member)), ...rename(direct) };
}

function parseNested(nested: unknown, member: string): Parameters {
  if (nested === undefined || nested === null) return {};
  const parsed = anyObject.safeParse(typeof nested === 'string' ? parseJson(nested) : nested);
  if (!parsed.success)
    throw new ValidationError([{ pointer: `/${member}`, detail: 'must be a JSON object' }]);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `ficha_type` is the older name of `document_type`. */
export function renameAlias({ ficha_type: alias, ...parameters }: Parameters): Parameters {
  return alias === undefined ? parameters : { document_type: alias, ...parameters };
}
