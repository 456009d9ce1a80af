export {
  collectTraces,
  endAfter,
  type Span,
  type SpanAttributes,
  type SpanKind,
  type SpanOptions,
  type TraceContext,
  traced,
  type Tracing,
  tracing,
} from './tracing.js';
