import { Injectable } from '@nestjs/common';
import { InjectMetric } from '@willsoto/nestjs-prometheus';
import type { Gauge, Histogram } from 'prom-client';

import type { Obtained } from '../cache/index.js';
import { type Labels, METRICS } from '../metrics/index.js';
import type { Phase, PhaseReport } from './phase-board.js';

type PhaseVerdict = Labels<'phaseDuration'>['verdict'];

const VERDICTS: Readonly<Record<Obtained['verdict'], PhaseVerdict>> = {
  hit: 'hit',
  collapsed: 'hit',
  resumed: 'hit',
  miss: 'miss',
  revalidated: 'miss',
  bypass: 'miss',
};

@Injectable()
export class PipelineMetrics {
  constructor(
    @InjectMetric(METRICS.documentsInProgress) private readonly documents: Gauge,
    @InjectMetric(METRICS.phaseDuration) private readonly durations: Histogram,
  ) {}

  /** Counts a document for as long as it is under way. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.documents.inc();
    try {
      return await work();
    } finally {
      this.documents.dec();
    }
  }

  /** @param report undefined: the phase has only begun */
  phase(phase: Phase, report: PhaseReport | undefined): void {
    if (!report || report.status === 'skipped') return;
    const verdict = report.status === 'failed' ? 'failed' : VERDICTS[report.obtained.verdict];
    this.durations.observe({ phase, verdict } satisfies Labels<'phaseDuration'>, report.processing_time);
  }
}
