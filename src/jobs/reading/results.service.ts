import { Injectable, Logger } from '@nestjs/common';
import type { Response } from 'express';

import type { Principal } from '../../common/context/index.js';
import type { Exchange } from '../../common/http/index.js';
import { isFinal } from '../job-state.js';
import { matchesEtag } from './matches-etag.js';
import { ResultGoneError, ResultNeverComesError, ResultNotReadyError } from './reading-errors.js';
import { ResultsRepository, type ResultStanding } from './results.repository.js';

type Available = ResultStanding & { readonly etag: string };

/** Results of finished jobs: what `POST /process` would have answered. */
@Injectable()
export class ResultsService {
  readonly #logger = new Logger('Jobs');

  constructor(private readonly results: ResultsRepository) {}

  /** @throws JobNotFoundError, ResultNotReadyError, ResultNeverComesError, ResultGoneError */
  async answer({ userId }: Principal, processingId: string, { request, response }: Exchange): Promise<void> {
    const standing = requireResult(await this.results.find(userId, processingId));
    if (matchesEtag(request.get('if-none-match'), standing.etag)) {
      writeHead(response, 304, standing).end();
      return;
    }
    const body = await this.results.body(standing.jobId);
    if (!body) throw new ResultGoneError();
    if (standing.retentionSeconds === 0 && request.method === 'GET') {
      response.once('finish', () => void this.#forget(standing.jobId));
    }
    writeHead(response, 200, standing)
      .set({ 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': String(body.length) })
      .end(body);
  }

  async #forget(jobId: string): Promise<void> {
    try {
      await this.results.forget(jobId);
    } catch (error) {
      this.#logger.warn({ err: error, job: jobId }, 'A delivered result is not forgotten before it expires');
    }
  }
}

function requireResult(standing: ResultStanding): Available {
  const { state, error, etag } = standing;
  if (!isFinal(state)) throw new ResultNotReadyError(state);
  if (state !== 'succeeded') throw new ResultNeverComesError(state === 'failed' ? error : null);
  if (etag === null) throw new ResultGoneError();
  return { ...standing, etag };
}

function writeHead(response: Response, status: number, { etag }: Available): Response {
  return response.status(status).set({ ETag: etag, 'Cache-Control': 'no-store' });
}
