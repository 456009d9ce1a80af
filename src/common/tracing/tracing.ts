export type SpanKind = 'internal' | 'server' | 'client' | 'consumer';

/** Small facts, under the names of OpenTelemetry's semantic conventions or `iris.…`. Never a secret. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** W3C Trace Context, as it goes from process to process. */
export interface TraceContext {
  readonly traceparent: string;
  readonly tracestate?: string | undefined;
}

export interface SpanOptions {
  readonly kind?: SpanKind;
  readonly attributes?: SpanAttributes;
  /** Of another process; without it, the span that the running code is in. */
  readonly parent?: TraceContext | undefined;
}

/** A piece of work in a trace. */
export interface Span extends TraceContext {
  set(attributes: SpanAttributes): void;
  rename(name: string): void;
  /** @param error why it failed */
  end(error?: unknown): void;
}

/** Collects traces; nothing but `src/tracing` knows with what. */
export interface Tracing {
  begin(name: string, options: SpanOptions): Span;
  /** Spans that the work begins are below this one. */
  within<T>(span: Span, work: () => T): T;
  /** Hands over what is left, and never rejects. */
  shutdown(timeoutMs: number): Promise<void>;
}

let current: Tracing | undefined;

/** Undefined unless traces are collected, which is decided before the application is made. */
export function tracing(): Tracing | undefined {
  return current;
}

export function collectTraces(collector: Tracing): void {
  current = collector;
}

/** Does work in a span of its own, where traces are collected; it ends when the work has settled. */
export function traced<T>(name: string, options: SpanOptions, work: (span?: Span) => T): T {
  return current === undefined ? work() : inSpan(current, name, options, work);
}

function inSpan<T>(collector: Tracing, name: string, options: SpanOptions, work: (span: Span) => T): T {
  const span = collector.begin(name, options);
  try {
    const result = collector.within(span, () => work(span));
    if (result instanceof Promise) endAfter(span, result);
    else span.end();
    return result;
  } catch (error) {
    span.end(error);
    throw error;
  }
}

/** The span ends when the work has settled, as that did. */
export function endAfter(span: Span, work: Promise<unknown>): void {
  work.then(
    () => {
      span.end();
    },
    (error: unknown) => {
      span.end(error);
    },
  );
}
