import { Logger } from '@nestjs/common';
import { type ExportResult, ExportResultCode } from '@opentelemetry/core';
import type { SpanExporter } from '@opentelemetry/sdk-trace';

const TELL_EVERY_MS = 60_000;

/** Tells of a collector that does not take the traces: once a minute, however much is lost. */
export class TellingExporter implements SpanExporter {
  readonly #logger = new Logger('Tracing');
  #toldAt = -Infinity;
  #lostSpans = 0;

  constructor(
    private readonly exporter: SpanExporter,
    private readonly timeoutMs: number,
  ) {}

  export: SpanExporter['export'] = (spans, done) => {
    const { promise: outcome, resolve } = Promise.withResolvers<ExportResult>();
    // The exporter itself says nothing of a collector that hangs before it has tried again.
    const timer = setTimeout(() => {
      resolve({ code: ExportResultCode.FAILED, error: new Error(`no answer within ${this.timeoutMs} ms`) });
    }, this.timeoutMs).unref();
    this.exporter.export(spans, resolve);
    void outcome.then((result) => {
      clearTimeout(timer);
      if (result.code !== ExportResultCode.SUCCESS) this.#lost(spans.length, result.error);
      done(result);
    });
  };

  shutdown(): Promise<void> {
    return this.exporter.shutdown();
  }

  #lost(count: number, error: Error | undefined): void {
    this.#lostSpans += count;
    const now = performance.now();
    if (now - this.#toldAt < TELL_EVERY_MS) return;
    this.#toldAt = now;
    this.#logger.warn({ lostSpans: this.#lostSpans, err: error }, 'the collector does not take the traces');
    this.#lostSpans = 0;
  }
}
