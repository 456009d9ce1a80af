import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';

import { type AuditOrigin, Origin } from '../audit/index.js';
import { RequireScopes } from '../auth/index.js';
import type { Principal } from '../common/context/index.js';
import { CurrentPrincipal } from '../common/http/index.js';
import { DocumentsService } from './documents.service.js';

const problem = { content: { 'application/problem+json': { schema: { type: 'object' } } } };

@ApiTags('pipeline')
@Controller('documents')
@RequireScopes('documents:process')
export class DocumentsController {
  constructor(private readonly documents: DocumentsService) {}

  @Delete(':sha256')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Forget everything that was kept of one of your documents, on every replica',
    description: 'What is under way for it is not kept either. It is no error when nothing was kept.',
  })
  @ApiParam({ name: 'sha256', description: 'SHA-256 of the document, in hexadecimal' })
  @ApiNoContentResponse()
  @ApiResponse({ status: 422, description: 'Not a SHA-256', ...problem })
  @ApiResponse({ status: 503, description: 'It is not sure that all is gone: `Retry-After`', ...problem })
  forget(
    @Param('sha256') sha256: string,
    @CurrentPrincipal() principal: Principal,
    @Origin() origin: AuditOrigin,
  ): Promise<void> {
    return this.documents.forget(sha256, principal, origin);
  }
}
