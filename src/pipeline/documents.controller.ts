import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import { RouteDocs } from '../common/decorators/index.js';
import { type AuditOrigin, Origin } from '../audit/index.js';
import { RequireScopes } from '../auth/index.js';
import type { Principal } from '../common/context/index.js';
import { CurrentPrincipal } from '../common/http/index.js';
import { DocumentsService } from './documents.service.js';

const digestSchema = z
  .string()
  .regex(/^[0-9a-fA-F]{64}$/)
  .meta({ description: 'SHA-256 of the document, in hexadecimal', example: 'e3b0c442'.repeat(8) });

@ApiTags('pipeline')
@Controller('documents')
@RequireScopes('documents:process')
export class DocumentsController {
  constructor(private readonly documents: DocumentsService) {}

  @Delete(':sha256')
  @HttpCode(204)
  @RouteDocs({
    summary: 'Forget everything that was kept of one of your documents, on every replica',
    description: 'What is under way for it is not kept either. It is no error when nothing was kept.',
    params: { sha256: digestSchema },
    answers: { 204: { description: 'Forgotten' } },
    refusals: {
      422: 'Not a SHA-256: `VALIDATION_FAILED`',
      503: 'It is not sure that all is gone: `REDIS_UNAVAILABLE`, `DATABASE_UNAVAILABLE`, `DB_BUSY`',
    },
  })
  forgetDocument(
    @Param('sha256') sha256: string,
    @CurrentPrincipal() principal: Principal,
    @Origin() origin: AuditOrigin,
  ): Promise<void> {
    return this.documents.forget(sha256, principal, origin);
  }
}
