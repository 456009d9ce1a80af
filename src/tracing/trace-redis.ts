import { ATTR_DB_OPERATION_NAME, ATTR_DB_SYSTEM_NAME } from '@opentelemetry/semantic-conventions';
import { type Command, Redis } from 'ioredis';

import { endAfter } from '../common/tracing/index.js';
import type { OtelTracing } from './otel-tracing.js';

type SendCommand = (this: unknown, command: Command, stream: unknown) => unknown;

/** Commands, without their keys and values. */
export function traceRedis(tracing: OtelTracing): void {
  const prototype = Redis.prototype as unknown as { sendCommand: SendCommand };
  const { sendCommand } = prototype;
  prototype.sendCommand = function traced(command, stream): unknown {
    if (!tracing.isRecording) return sendCommand.call(this, command, stream);
    const operation = command.name.toUpperCase();
    const span = tracing.begin(`redis ${operation}`, {
      kind: 'client',
      attributes: { [ATTR_DB_SYSTEM_NAME]: 'redis', [ATTR_DB_OPERATION_NAME]: operation },
    });
    endAfter(span, command.promise);
    return sendCommand.call(this, command, stream);
  };
}
