import {
  type Context,
  type Span as OtelSpan,
  ROOT_CONTEXT,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { TraceState } from '@opentelemetry/core';
import type { TracerProvider } from '@opentelemetry/sdk-trace';
import { ATTR_ERROR_TYPE } from '@opentelemetry/semantic-conventions';

import { answerWithin } from '../common/timing/index.js';
import type { Span, SpanAttributes, SpanOptions, TraceContext, Tracing } from '../common/tracing/index.js';

const KINDS = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
} as const;

/** With a provider of its own: nothing is registered for whatever library may look for one. */
export class OtelTracing implements Tracing {
  readonly #contexts = new AsyncLocalStorageContextManager().enable();
  readonly #tracer: Tracer;

  constructor(private readonly provider: TracerProvider) {
    this.#tracer = provider.getTracer('iris-api-gateway');
  }

  begin(name: string, { kind = 'internal', attributes = {}, parent }: SpanOptions): RunningSpan {
    const around = parent ? contextOf(parent) : this.#contexts.active();
    return new RunningSpan(this.#tracer.startSpan(name, { kind: KINDS[kind], attributes }, around), around);
  }

  within<T>(span: RunningSpan, work: () => T): T {
    return this.#contexts.with(span.context, work);
  }

  /** Whether what is done now is part of something that is recorded and not over: the rest is background work. */
  get isRecording(): boolean {
    return trace.getSpan(this.#contexts.active())?.isRecording() ?? false;
  }

  async shutdown(timeoutMs: number): Promise<void> {
    await answerWithin(timeoutMs, this.provider.shutdown()).catch(() => undefined);
  }
}

class RunningSpan implements Span {
  readonly context: Context;

  constructor(
    private readonly span: OtelSpan,
    around: Context,
  ) {
    this.context = trace.setSpan(around, span);
  }

  get traceparent(): string {
    const { traceId, spanId, traceFlags } = this.span.spanContext();
    return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
  }

  get tracestate(): string | undefined {
    return this.span.spanContext().traceState?.serialize();
  }

  set(attributes: SpanAttributes): void {
    this.span.setAttributes(attributes);
  }

  rename(name: string): void {
    this.span.updateName(name);
  }

  /** Of an error no more than its kind: messages may quote what somebody has sent. */
  end(error?: unknown): void {
    if (error !== undefined) {
      this.span.setAttribute(ATTR_ERROR_TYPE, typeOf(error));
      this.span.setStatus({ code: SpanStatusCode.ERROR });
    }
    this.span.end();
  }
}

function contextOf({ traceparent, tracestate }: TraceContext): Context {
  const [, traceId = '', spanId = '', flags = '0'] = traceparent.split('-');
  const remote: SpanContext = {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags, 16),
    isRemote: true,
    ...(tracestate !== undefined && { traceState: new TraceState(tracestate) }),
  };
  return trace.setSpanContext(ROOT_CONTEXT, remote);
}

/** Our own codes, those of the system and of the database; else the class. */
function typeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
