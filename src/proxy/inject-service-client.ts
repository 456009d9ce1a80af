import { Inject } from '@nestjs/common';

import type { ServiceName } from '../config/index.js';

export function serviceClientToken(service: ServiceName): string {
  return `ServiceClient:${service}`;
}

/** Injects the ServiceClient of one microservice. */
export function InjectServiceClient(service: ServiceName): ParameterDecorator {
  return Inject(serviceClientToken(service));
}
