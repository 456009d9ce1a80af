import { readFileSync } from 'node:fs';
import { describeImage } from '../shared/descriptor.ts';
import { HttpError } from '../shared/http-error.ts';
import { createMicroservice, type Microservice, type ServiceRequest } from '../shared/microservice.ts';
import { invalid, isRecord, requireFile, requireJsonObject } from '../shared/parameters.ts';
import { predict, trainModel, versionOf, type LabelledVector, type Model } from './model.ts';

/** The platform's name for its model; ours compares layouts and is no neural network. */
const DEFAULT_MODEL = 'efficientnet_b0';
const NAME = /^[a-z0-9_]{1,64}$/;
const MAX_SAMPLES = 1000;
const MAX_MODELS = 16;
const MAX_TRAINING_BYTES = 100 * 1024 * 1024;

interface TrainingSample {
  image: Buffer;
  label: string;
}
interface VersionedModel {
  model: Model;
  version: string;
}

/** Classifies documents. Starts with the model that is shipped; what `/train` makes lives as long as the process. */
export function createMlClassifier(): Microservice {
  const shipped = versioned(DEFAULT_MODEL, shippedModel());
  const models = new Map<string, VersionedModel>([[DEFAULT_MODEL, shipped]]);

  const classify = async (request: ServiceRequest): Promise<object> => {
    const name = request.fields['model'] ?? DEFAULT_MODEL;
    const trained = models.get(name);
    if (!trained) throw invalid('model', `must be one of ${[...models.keys()].join(', ')}`);
    const { label, confidence, probabilities } = predict(
      trained.model,
      await describeImage(requireFile(request)),
    );
    return { predicted_class: label, confidence, probabilities, model: name, model_version: trained.version };
  };

  const train = async (request: ServiceRequest): Promise<object> => {
    const { model: name = DEFAULT_MODEL, samples } = requireJsonObject(request);
    if (!isName(name)) throw invalid('model', `must match ${NAME.source}`);
    const isFull = !models.has(name) && models.size >= MAX_MODELS;
    if (isFull) throw invalid('model', `must be an existing one: there are ${MAX_MODELS} already`);
    const trained = versioned(name, trainModel(await describeSamples(parseSamples(samples), request.signal)));
    models.set(name, trained);
    const { classes, samples: count, accuracy } = trained.model;
    const labels = classes.map(({ label }) => label);
    return { model: name, model_version: trained.version, classes: labels, samples: count, accuracy };
  };

  return createMicroservice({
    name: 'ml_classifier',
    version: '0.1.0',
    modelVersion: () => models.get(DEFAULT_MODEL)?.version ?? shipped.version,
    routes: {
      'POST /classify': classify,
      'POST /train': { handler: train, maxBodyBytes: MAX_TRAINING_BYTES },
    },
  });
}

function shippedModel(): Model {
  return JSON.parse(readFileSync(new URL('model.json', import.meta.url), 'utf8')) as Model;
}

function versioned(name: string, model: Model): VersionedModel {
  return { model, version: versionOf(name, model) };
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && NAME.test(value);
}

function parseSamples(value: unknown): TrainingSample[] {
  if (!Array.isArray(value) || value.length > MAX_SAMPLES) {
    throw invalid('samples', `must be a list of at most ${MAX_SAMPLES}`);
  }
  const samples = value.map(parseSample);
  if (new Set(samples.map(({ label }) => label)).size < 2)
    throw invalid('samples', 'must have at least 2 labels');
  return samples;
}

function parseSample(value: unknown, index: number): TrainingSample {
  const { image, label } = isRecord(value) ? value : {};
  if (!isName(label)) throw invalid(`samples[${index}].label`, `must match ${NAME.source}`);
  if (typeof image !== 'string' || image === '') throw invalid(`samples[${index}].image`, 'must be base64');
  return { image: Buffer.from(image, 'base64'), label };
}

async function describeSamples(samples: TrainingSample[], signal: AbortSignal): Promise<LabelledVector[]> {
  const vectors: LabelledVector[] = [];
  for (const [index, { image, label }] of samples.entries()) {
    signal.throwIfAborted();
    const vector = await describeImage(image).catch((error: unknown) => {
      throw error instanceof HttpError
        ? invalid(`samples[${index}].image`, `cannot be used: ${error.message}`)
        : error;
    });
    vectors.push({ label, vector });
  }
  return vectors;
}
