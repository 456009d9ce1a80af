import { SetMetadata } from '@nestjs/common';

/** Names the parameter of a route's path that names the microservice to which it forwards requests. */
export const FORWARDS_TO = 'proxy:forwards-to';

export function ForwardsTo(parameter: string): MethodDecorator {
  return SetMetadata(FORWARDS_TO, parameter);
}
