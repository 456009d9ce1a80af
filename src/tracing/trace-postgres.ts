import pg from 'pg';
import {
  ATTR_DB_OPERATION_NAME,
  ATTR_DB_SYSTEM_NAME,
  DB_SYSTEM_NAME_VALUE_POSTGRESQL,
} from '@opentelemetry/semantic-conventions';

import { endAfter } from '../common/tracing/index.js';
import type { OtelTracing } from './otel-tracing.js';

type Query = (this: pg.Client, ...parameters: unknown[]) => unknown;
type Callback = (error: unknown, ...results: unknown[]) => void;

const OPERATION = /^[\s(]*(?:--[^\n]*\n\s*)*([A-Za-z]+)/;

/**
 * Statements of TypeORM and pg-boss alike: a pool's clients are of this class. Of a statement only its verb is told,
 * because the text may hold values.
 */
export function tracePostgres(tracing: OtelTracing): void {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  prototype.query = function traced(this: pg.Client, ...parameters: unknown[]): unknown {
    if (!tracing.isRecording) return query.apply(this, parameters);
    const operation = operationOf(parameters[0]);
    const span = tracing.begin(`postgresql ${operation}`, {
      kind: 'client',
      attributes: {
        [ATTR_DB_SYSTEM_NAME]: DB_SYSTEM_NAME_VALUE_POSTGRESQL,
        [ATTR_DB_OPERATION_NAME]: operation,
      },
    });
    const callback = parameters.at(-1);
    if (typeof callback === 'function') {
      const report: Callback = (error, ...results) => {
        // The pool reports success as null.
        span.end(error ?? undefined);
        (callback as Callback)(error, ...results);
      };
      return query.apply(this, [...parameters.slice(0, -1), report]);
    }
    const result = query.apply(this, parameters);
    if (result instanceof Promise) endAfter(span, result);
    else span.end();
    return result;
  };
}

function operationOf(statement: unknown): string {
  const text: unknown =
    typeof statement === 'object' && statement !== null && 'text' in statement ? statement.text : statement;
  return (typeof text === 'string' ? OPERATION.exec(text)?.[1]?.toUpperCase() : undefined) ?? 'QUERY';
}
