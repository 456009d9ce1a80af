/** Starts the reference microservices: `node examples/microservices/main.ts [--only image_processor,ocr_extractor]` */
import { parseArgs } from 'node:util';
import type { Microservice } from './shared/microservice.ts';

interface Definition {
  portVariable: string;
  port: number;
  /** Loaded only when started: Tesseract is heavy. */
  create: () => Promise<Microservice>;
}

const SERVICES: Record<string, Definition> = {
  image_processor: {
    portVariable: 'IMAGE_PROCESSOR_PORT',
    port: 8001,
    create: async () => (await import('./image-processor/service.ts')).createImageProcessor(),
  },
  ml_embeddings: {
    portVariable: 'ML_EMBEDDINGS_PORT',
    port: 8002,
    create: async () => (await import('./ml-embeddings/service.ts')).createMlEmbeddings(),
  },
  ml_classifier: {
    portVariable: 'ML_CLASSIFIER_PORT',
    port: 8003,
    create: async () => (await import('./ml-classifier/service.ts')).createMlClassifier(),
  },
  ocr_extractor: {
    portVariable: 'OCR_EXTRACTOR_PORT',
    port: 8004,
    create: async () => (await import('./ocr-extractor/service.ts')).createOcrExtractor(),
  },
};

const running: Microservice[] = [];
let stopping: Promise<unknown> | undefined;

process.on('SIGINT', stop);
process.on('SIGTERM', stop);
// The parent is gone: a service without it would hold its port for ever.
process.on('disconnect', stop);

try {
  const urls = await start(chosenNames());
  for (const [name, url] of Object.entries(urls)) console.log(`${name.padEnd(16)} ${url}`);
  process.send?.({ type: 'ready', urls });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
  stop();
}

function chosenNames(): string[] {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const names = values.only?.split(',') ?? Object.keys(SERVICES);
  const unknown = names.filter((name) => !Object.hasOwn(SERVICES, name));
  if (unknown.length === 0) return names;
  throw new Error(`--only takes ${Object.keys(SERVICES).join(', ')}, not ${unknown.join(', ')}`);
}

async function start(names: string[]): Promise<Record<string, string>> {
  const urls: Record<string, string> = {};
  for (const name of names) urls[name] = await startOne(name);
  return urls;
}

async function startOne(name: string): Promise<string> {
  const definition = SERVICES[name];
  if (!definition) throw new Error(`there is no service ${name}`);
  const port = Number(process.env[definition.portVariable] || definition.port);
  const service = await definition.create();
  running.push(service);
  try {
    return (await service.listen(port, process.env['HOST'] || '127.0.0.1')).url;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown error';
    throw new Error(`${name} cannot listen on port ${port} (${definition.portVariable}): ${reason}`, {
      cause: error,
    });
  }
}

function stop(): void {
  stopping ??= Promise.all(running.map((service) => service.close())).finally(() => process.exit());
}
