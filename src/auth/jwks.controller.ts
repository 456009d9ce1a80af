import type { JsonWebKey } from 'node:crypto';

import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { Public } from '../common/decorators/index.js';
import { SigningKeys } from './keys/index.js';

@ApiTags('auth')
@Controller('.well-known')
export class JwksController {
  constructor(private readonly keys: SigningKeys) {}

  @Get('jwks.json')
  @Public()
  @Header('Cache-Control', 'public, max-age=300')
  @ApiOperation({
    summary: 'The public keys that access tokens are signed with (RFC 7517); none for secrets',
  })
  @ApiOkResponse({
    description: 'A JSON Web Key Set',
    schema: { type: 'object', properties: { keys: { type: 'array', items: { type: 'object' } } } },
  })
  publicKeys(): { keys: JsonWebKey[] } {
    return { keys: this.keys.publicKeys };
  }
}
