import { SetMetadata } from '@nestjs/common';

import { type Operation, serviceOf } from '../cache/index.js';
import type { ServiceName } from '../config/index.js';
import type { PipelineSchemas } from './parameters.js';
import { PHASES } from './phase-board.js';
import { OPERATION_OF_PHASE } from './phase-operations.js';

/** What a route has a microservice do; training is the one whose results are not kept. */
export type RouteOperation = Operation | 'train';

/** Names the operations that a route may need; which of them it does depends on the document. */
export const ROUTE_OPERATIONS = 'pipeline:operations';

const OPERATIONS_OF: Readonly<Record<keyof PipelineSchemas, readonly RouteOperation[]>> = {
  process: PHASES.map((phase) => OPERATION_OF_PHASE[phase]),
  preprocess: ['preprocess'],
  detectCorners: ['detect_corners'],
  unwarp: ['unwarp'],
  embed: ['embed'],
  cluster: ['cluster'],
  classify: ['classify'],
  train: ['train'],
  ocr: ['ocr'],
  extract: ['extract'],
};

/** On a route that takes these parameters. */
export function Performs(parameters: keyof PipelineSchemas): MethodDecorator {
  return SetMetadata(ROUTE_OPERATIONS, OPERATIONS_OF[parameters]);
}

export function isKept(operation: RouteOperation): operation is Operation {
  return operation !== 'train';
}

export function microserviceOf(operation: RouteOperation): ServiceName {
  return isKept(operation) ? serviceOf(operation) : 'ml_classifier';
}
