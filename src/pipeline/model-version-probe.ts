import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { ModelVersions } from '../cache/index.js';
import { type HealthAnswer, InstanceProbe } from '../proxy/index.js';
import { DEFAULT_MODEL } from './parameters.js';

const healthSchema = z.object({ model_version: z.string().min(1) });

/** Learns from every health probe which model a microservice has, because a model may change without our doing. */
@Injectable()
export class ModelVersionProbe {
  constructor(
    probe: InstanceProbe,
    private readonly versions: ModelVersions,
  ) {
    probe.onHealthy((answer) => {
      this.#learn(answer);
    });
  }

  #learn({ service, askedAt, body }: HealthAnswer): void {
    const health = healthSchema.safeParse(body);
    if (!health.success) return;
    const model = service === 'ml_classifier' ? DEFAULT_MODEL : '';
    this.versions.learn({ service, model, version: health.data.model_version }, askedAt);
  }
}
