import { readFileSync } from 'node:fs';

import { Injectable } from '@nestjs/common';
import { InjectMetric } from '@willsoto/nestjs-prometheus';
import type { Gauge } from 'prom-client';
import { z } from 'zod';

import { type Labels, METRICS } from './catalogue.js';

const packageSchema = z.object({ version: z.string() });

/** Says which version runs. */
@Injectable()
export class BuildInfo {
  constructor(@InjectMetric(METRICS.buildInfo) gauge: Gauge) {
    const labels: Labels<'buildInfo'> = { version: ownVersion(), node: process.versions.node };
    gauge.set(labels, 1);
  }
}

function ownVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return packageSchema.parse(JSON.parse(text)).version;
}
