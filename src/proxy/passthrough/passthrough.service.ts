import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';

import { type Principal, type RequestContext, requestContext } from '../../common/context/index.js';
import { MethodNotAllowedError } from '../../common/errors/index.js';
import { type AppConfig, InjectConfig, type ServiceName, isServiceName } from '../../config/index.js';
import {
  type FailedAnswer,
  type RequestBody,
  type ServiceClient,
  UpstreamError,
  UpstreamFailedError,
} from '../service-client/index.js';
import { ServiceClients } from '../service-clients.js';
import { copyAnswerHeaders } from './answer-headers.js';
import {
  ServiceUnknownError,
  TransferCodingNotSupportedError,
  UpgradeNotSupportedError,
} from './passthrough-errors.js';
import { requestHeaders } from './request-headers.js';
import { ResponseSink } from './response-sink.js';
import { targetPath } from './target-path.js';
import { requireTrainingScope } from './training-paths.js';
import { Recording, type RecordingLimits, UploadBody } from './upload/index.js';

/** RFC 9110, 9.2.2. */
const IDEMPOTENT_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);
const ALLOWED_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const NO_BODY = 0;

/** A microservice, and the path and query there. */
export interface Destination {
  readonly name: ServiceName;
  readonly path: string;
}

/** `ALL /services/{service}/…`: the request as it is to the microservice, the answer as it is to the client. */
@Injectable()
export class PassthroughService {
  readonly #idleMs: number;
  readonly #limits: RecordingLimits;

  constructor(
    private readonly clients: ServiceClients,
    @InjectConfig('services') private readonly services: AppConfig['services'],
    @InjectConfig('server') server: AppConfig['server'],
    @InjectConfig('processing') processing: AppConfig['processing'],
  ) {
    this.#idleMs = server.body_idle_timeout_seconds * 1000;
    this.#limits = {
      memoryBytes: processing.replay_memory_bytes,
      totalBytes: processing.max_document_bytes,
    };
  }

  /** @throws AppError; once the answer has begun, a failure breaks it off instead */
  async forward(service: string, request: Request, response: Response, principal: Principal): Promise<void> {
    refuseUnsupported(request);
    const { name, path } = this.destinationOf(service, request.originalUrl, principal);
    const idempotent = this.#isIdempotent(name, request.method, path);
    const body = this.#bodyOf(request, idempotent);
    try {
      const headers = requestHeaders(request, principal);
      const call = { method: request.method, path, headers, idempotent, ...(body && { body }) };
      await this.#exchange(this.clients.get(name), call, response, requestContext(request));
    } finally {
      await body?.close();
    }
  }

  /**
   * Where a request goes, if the principal may send it there.
   * @param target path and query, `/services/<service>` included
   * @throws ServiceUnknownError, MalformedRequestError, InsufficientScopeError
   */
  destinationOf(service: string, target: string, principal: Principal): Destination {
    if (!isServiceName(service)) throw new ServiceUnknownError('GET /services names them.');
    const path = targetPath(target);
    requireTrainingScope(path, this.services[service].training_paths, principal);
    return { name: service, path };
  }

  async #exchange(
    client: ServiceClient,
    call: Parameters<ServiceClient['stream']>[0],
    response: Response,
    context: RequestContext,
  ): Promise<void> {
    try {
      const answer = await client.stream(call, context);
      this.#start(response, client, answer);
      answer.flowTo(new ResponseSink(response, answer, this.#idleMs));
      // A short answer is out already, headers and body in one write; the headers of a slow one do not wait for it.
      if (!response.headersSent) response.flushHeaders();
      await answer.ended;
    } catch (error) {
      this.#passFailureOn(error, client, call.body, response);
    }
  }

  /** A 5xx of the microservice itself reaches the client as it came; other failures are explained by the gateway. */
  #passFailureOn(
    error: unknown,
    client: ServiceClient,
    body: RequestBody | undefined,
    response: Response,
  ): void {
    if (error instanceof UpstreamFailedError && error.answer) {
      this.#start(response, client, error.answer);
      response.end(error.answer.body);
      return;
    }
    // The client need not try again what would be sent in the same way again.
    if (error instanceof UpstreamError && body?.isReplayable === false) error.annotate({ retryable: false });
    throw error;
  }

  #start(
    response: Response,
    { service, instances }: ServiceClient,
    { status, headers }: Pick<FailedAnswer, 'status' | 'headers'>,
  ): void {
    response.status(status);
    copyAnswerHeaders(headers, response, `/services/${service}`, instances.all);
  }

  #isIdempotent(service: ServiceName, method: string, path: string): boolean {
    if (IDEMPOTENT_METHODS.has(method)) return true;
    const [plainPath = ''] = path.split('?');
    return method === 'POST' && this.services[service].repeatable_paths.includes(plainPath);
  }

  /** Only what may be sent twice is recorded. */
  #bodyOf(request: Request, idempotent: boolean): UploadBody | undefined {
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
    if (encoding === undefined && Number(length ?? NO_BODY) === NO_BODY) return undefined;
    return new UploadBody(request, idempotent ? new Recording(this.#limits) : undefined, this.#idleMs);
  }
}

/** `TRACE` would show a client what the gateway adds. `Upgrade: h2c` is an offer that a server may ignore. */
function refuseUnsupported({ method, headers }: Request): void {
  const { upgrade, 'transfer-encoding': coding = 'chunked' } = headers;
  if (method === 'TRACE') throw new MethodNotAllowedError(ALLOWED_METHODS);
  if (coding.toLowerCase() !== 'chunked') throw new TransferCodingNotSupportedError();
  if (upgrade !== undefined && upgrade.toLowerCase() !== 'h2c') throw new UpgradeNotSupportedError();
}
