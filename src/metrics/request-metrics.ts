import { Injectable } from '@nestjs/common';
import { InjectMetric } from '@willsoto/nestjs-prometheus';
import type { Request, RequestHandler, Response } from 'express';
import type { Counter, Histogram } from 'prom-client';

import { finalStatus, routeTemplate } from '../common/http/index.js';
import { CATALOGUE, METRICS } from './catalogue.js';

const METHODS: ReadonlySet<string> = new Set(CATALOGUE.requests.labels.method);

/** Counts and times every request, under the template of its route. */
@Injectable()
export class RequestMetrics {
  constructor(
    @InjectMetric(METRICS.requests) private readonly requests: Counter,
    @InjectMetric(METRICS.requestDuration) private readonly duration: Histogram,
    @InjectMetric(METRICS.httpRequestDuration) private readonly fineDuration: Histogram,
  ) {}

  readonly middleware: RequestHandler = (request, response, next) => {
    const startedAt = performance.now();
    response.once('close', () => {
      this.#observe(request, response, (performance.now() - startedAt) / 1000);
    });
    next();
  };

  #observe(request: Request, response: Response, seconds: number): void {
    // Labels have closed value sets: a client may send any method.
    const method = METHODS.has(request.method) ? request.method : 'other';
    const endpoint = routeTemplate(request);
    this.requests.inc({ method, endpoint, status_code: String(finalStatus(response)) });
    this.duration.observe({ method, endpoint }, seconds);
    this.fineDuration.observe({ method, endpoint }, seconds);
  }
}
