import type { JsonWebKey } from 'node:crypto';

import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import { Public, RouteDocs } from '../common/decorators/index.js';
import { SigningKeys } from './keys/index.js';

const keySetSchema = z
  .strictObject({ keys: z.array(z.record(z.string(), z.unknown()).meta({ description: 'A JSON Web Key' })) })
  .meta({ id: 'JsonWebKeySet' });

@ApiTags('auth')
@Controller('.well-known')
export class JwksController {
  constructor(private readonly keys: SigningKeys) {}

  @Get('jwks.json')
  @Public()
  @Header('Cache-Control', 'public, max-age=300')
  @RouteDocs({
    summary: 'The public keys that access tokens are signed with (RFC 7517); none for secrets',
    answers: { 200: { description: 'A JSON Web Key Set', schema: keySetSchema } },
  })
  getPublicKeys(): { keys: JsonWebKey[] } {
    return { keys: this.keys.publicKeys };
  }
}
