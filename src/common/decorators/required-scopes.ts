import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';

/** Where a route says which scopes it asks for. Where it says nothing, it is for people and takes no API keys. */
export const REQUIRED_SCOPES = 'auth:required-scopes';

/** The route is for everybody who is known, be it by access token or by API key, whatever its scopes. */
export function AnyCredential(): MethodDecorator & ClassDecorator {
  return applyDecorators(SetMetadata(REQUIRED_SCOPES, []), ApiSecurity('bearer'), ApiSecurity('api_key'));
}
