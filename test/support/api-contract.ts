import { readFileSync } from 'node:fs';

import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

interface Content {
  readonly schema?: object;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

interface Answer {
  readonly headers?: Readonly<Record<string, object>>;
  readonly content?: Readonly<Record<string, Content>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: { readonly examples?: readonly unknown[]; readonly enum?: readonly unknown[] };
}

export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
  readonly responses: Readonly<Record<string, Answer | { readonly $ref: string }>>;
}

type Described = Omit<Operation, 'method' | 'path'>;

interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly responses: Readonly<Record<string, Answer>> };
}

/** Of every answer, as the introduction of the description says; and those of HTTP itself. */
const NOT_DESCRIBED =
  /^(?:access-control-.*|cache-control|connection|content-.*|date|keep-alive|permissions-policy|referrer-policy|strict-transport-security|transfer-encoding|vary|x-accel-buffering|x-content-type-options|x-frame-options|x-xss-protection)$/;
const REFERENCE = '#/components/responses/';

/** docs/openapi.json, as what answers are held against. */
export class ApiContract {
  readonly operations: readonly Operation[];
  readonly #document: ApiDocument;
  readonly #ajv = formats.default(new Ajv2020({ strict: false, allErrors: true }));

  constructor(file = 'docs/openapi.json') {
    this.#document = JSON.parse(readFileSync(file, 'utf8')) as ApiDocument;
    this.#ajv.addSchema(this.#document, 'api');
    this.operations = Object.entries(this.#document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({
        ...operation,
        method: method.toUpperCase(),
        path,
      })),
    );
  }

  operation(id: string): Operation {
    const operation = this.operations.find(({ operationId }) => operationId === id);
    if (!operation) throw new Error(`there is no operation ${id}`);
    return operation;
  }

  /** @returns what is not as it is described, and the body */
  async judge(operation: Operation, response: Response): Promise<{ faults: string[]; body: string }> {
    const body = await response.text();
    const answer = this.#answerOf(operation, response.status);
    if (!answer) return { faults: [`${response.status} is not described: ${body.slice(0, 300)}`], body };
    const faults = [
      ...headerFaults(answer, response),
      ...this.#bodyFaults(operation, answer, response, body),
    ];
    return { faults, body };
  }

  #answerOf({ responses }: Operation, status: number): Answer | undefined {
    const answer = responses[status] ?? responses.default;
    if (!answer || !('$ref' in answer)) return answer;
    return this.#document.components.responses[answer.$ref.slice(REFERENCE.length)];
  }

  #bodyFaults(operation: Operation, answer: Answer, { headers, status }: Response, body: string): string[] {
    if (operation.method === 'HEAD' || (body === '' && !answer.content)) return [];
    const mediaType = (headers.get('content-type') ?? '').split(';')[0] ?? '';
    const content = answer.content?.[mediaType];
    if (!content && answer.content && '*/*' in answer.content) return [];
    if (!content) return answer.content || status < 400 ? [`${mediaType} is not described`] : [];
    if (!mediaType.endsWith('json')) return [];
    const value: unknown = JSON.parse(body);
    const validate = this.#ajv.getSchema(this.#uriOf(operation, String(status), mediaType));
    if (!validate) return ['the schema is not found'];
    const faults = validate(value) === true ? [] : (validate.errors ?? []);
    return [
      ...faults.map(
        ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
      ),
      ...codeFaults(mediaType, content, value),
    ];
  }

  /** Where the schema is within the document. */
  #uriOf({ path, method, responses }: Operation, status: string, mediaType: string): string {
    const answer = responses[status];
    const base =
      answer && '$ref' in answer
        ? answer.$ref
        : `#/paths/${escape(path)}/${method.toLowerCase()}/responses/${answer ? status : 'default'}`;
    return `api${base}/content/${escape(mediaType)}/schema`;
  }
}

function headerFaults({ headers = {} }: Answer, response: Response): string[] {
  const described = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
  return [...response.headers.keys()]
    .filter((name) => !described.has(name) && !NOT_DESCRIBED.test(name))
    .map((name) => `the header ${name} is not described`);
}

function codeFaults(mediaType: string, { examples = {} }: Content, value: unknown): string[] {
  if (mediaType !== 'application/problem+json') return [];
  const { code } = value as { code: string };
  return code in examples ? [] : [`the code ${code} is not described`];
}

function escape(segment: string): string {
  return encodeURIComponent(segment.replaceAll('~', '~0').replaceAll('/', '~1'));
}
