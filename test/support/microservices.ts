import {
  type Handler,
  type Microservice,
  createMicroservice,
} from '../../examples/microservices/shared/microservice.ts';
import { SERVICE_NAMES, type ServiceName } from '../../src/config/index.js';

const VERSION = 'test-1';
const image = {
  content_type: 'image/jpeg',
  width: 100,
  height: 60,
  confidence: 0.95,
  model_version: VERSION,
};
const corners = [
  [0, 0],
  [99, 0],
  [99, 59],
  [0, 59],
];

/** What the microservices answer unless a test says otherwise; the corrected image is the received one, marked. */
const ANSWERS: Record<ServiceName, Record<string, Handler>> = {
  image_processor: {
    'POST /process': ({ file }) =>
      Promise.resolve({
        ...image,
        corrected_image: marked(file),
        corners,
        rotation: 0,
        operations: ['normalise'],
      }),
    'POST /detect-corners': () => Promise.resolve({ ...image, corners }),
    'POST /unwarp': ({ file }) => Promise.resolve({ ...image, corrected_image: marked(file), corners }),
  },
  ml_embeddings: {
    'POST /embed': ({ fields }) =>
      Promise.resolve({
        embeddings: Array.from({ length: 768 }, () => 0.5),
        dimensions: 768,
        cluster_id: fields.cluster === 'true' ? 1 : null,
        model_version: VERSION,
      }),
    'POST /cluster': () =>
      Promise.resolve({
        cluster_ids: [0, 1],
        k: 2,
        silhouette: 0.5,
        centroids: [[0], [1]],
        model_version: VERSION,
      }),
  },
  ml_classifier: {
    'POST /classify': () =>
      Promise.resolve({
        predicted_class: 'pasaporte',
        confidence: 0.9,
        probabilities: { pasaporte: 0.9 },
        model: 'efficientnet_b0',
        model_version: VERSION,
      }),
    'POST /train': () =>
      Promise.resolve({
        model: 'efficientnet_b0',
        model_version: VERSION,
        classes: ['a', 'b'],
        samples: 2,
        accuracy: 1,
      }),
  },
  ocr_extractor: {
    'POST /ocr': ({ fields }) =>
      Promise.resolve({
        text: 'NOMBRES VALENTINA',
        confidence: 0.92,
        language: fields.language ?? '?',
        words: [],
        model_version: VERSION,
      }),
    'POST /extract': ({ json }) =>
      Promise.resolve({
        document_type: (json as { document_type: string }).document_type,
        structured_data: { nombres: 'VALENTINA' },
        confidence_scores: { nombres: 0.9 },
        model_version: VERSION,
      }),
  },
};

/** Bytes that tell a corrected image from the original one. */
export const MARK = Buffer.from('corrected:');

function marked(file: Buffer | undefined): string {
  return Buffer.concat([MARK, file ?? Buffer.alloc(0)]).toString('base64');
}

export interface ServiceCall {
  readonly service: ServiceName;
  readonly route: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly file: Buffer | undefined;
  readonly startedAt: number;
  readonly signal: AbortSignal;
  endedAt: number;
}

/** The four microservices as real servers, which answer at once and remember their calls. */
export class TestMicroservices {
  readonly calls: ServiceCall[] = [];
  readonly urls: Partial<Record<ServiceName, string>> = {};
  /** Of the microservices whose model is another one than at the beginning. */
  readonly modelVersions = new Map<ServiceName, string>();
  readonly #servers = new Map<ServiceName, Microservice>();
  readonly #replaced = new Map<string, Handler>();

  static async start(): Promise<TestMicroservices> {
    const microservices = new TestMicroservices();
    await Promise.all(SERVICE_NAMES.map((service) => microservices.up(service)));
    return microservices;
  }

  /** Starts a microservice, at its earlier address when it had one. */
  async up(service: ServiceName): Promise<void> {
    const routes = Object.fromEntries(
      Object.entries(ANSWERS[service]).map(([route, answer]) => [
        route,
        this.#recorded(service, route, answer),
      ]),
    );
    const server = createMicroservice({
      name: service,
      version: VERSION,
      modelVersion: () => this.modelVersions.get(service) ?? VERSION,
      routes,
    });
    const { url } = await server.listen(Number(new URL(this.urls[service] ?? 'http://localhost:0').port));
    this.urls[service] = url;
    this.#servers.set(service, server);
  }

  async down(service: ServiceName): Promise<void> {
    await this.#servers.get(service)?.close();
    this.#servers.delete(service);
  }

  /** Replaces what a route answers, as in `on('ocr_extractor', 'POST /ocr', …)`. */
  on(service: ServiceName, route: string, handler: Handler): void {
    this.#replaced.set(`${service} ${route}`, handler);
  }

  /**
   * A route does not answer until it is released.
   * @param answer instead of the normal one
   * @returns what releases it
   */
  hold(service: ServiceName, route: string, answer?: object): () => void {
    const held = Promise.withResolvers<undefined>();
    this.on(service, route, async (request) => {
      await held.promise;
      return answer ?? this.normal(service, route, request);
    });
    return () => {
      held.resolve(undefined);
    };
  }

  /** The normal answer of a route, for handlers that only delay it. */
  async normal(service: ServiceName, route: string, request: Parameters<Handler>[0]): Promise<object> {
    const handler = ANSWERS[service][route];
    if (!handler) throw new Error(`${service} has no ${route}`);
    return handler(request);
  }

  callsTo(service: ServiceName, route?: string): ServiceCall[] {
    return this.calls.filter(
      (call) => call.service === service && (route === undefined || call.route === route),
    );
  }

  /** Forgets calls and replaced answers, and starts what is down. */
  async reset(): Promise<void> {
    this.calls.length = 0;
    this.#replaced.clear();
    this.modelVersions.clear();
    for (const service of SERVICE_NAMES) if (!this.#servers.has(service)) await this.up(service);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#servers.values()].map((server) => server.close()));
  }

  #recorded(service: ServiceName, route: string, answer: Handler): Handler {
    return async (request) => {
      const { fields, file, signal } = request;
      const call: ServiceCall = {
        service,
        route,
        fields,
        file,
        signal,
        startedAt: performance.now(),
        endedAt: 0,
      };
      this.calls.push(call);
      try {
        const given = await (this.#replaced.get(`${service} ${route}`) ?? answer)(request);
        const model = this.modelVersions.get(service);
        return model === undefined ? given : { ...given, model_version: model };
      } finally {
        call.endedAt = performance.now();
      }
    };
  }
}
