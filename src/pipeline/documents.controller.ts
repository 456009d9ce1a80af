import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';

import { ApiProblem } from '../common/decorators/index.js';
import { type AuditOrigin, Origin } from '../audit/index.js';
import { RequireScopes } from '../auth/index.js';
import type { Principal } from '../common/context/index.js';
import { CurrentPrincipal } from '../common/http/index.js';
import { DocumentsService } from './documents.service.js';

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
  @ApiProblem(422, 'Not a SHA-256')
  @ApiProblem(503, 'It is not sure that all is gone: `Retry-After`')
  forget(
    @Param('sha256') sha256: string,
    @CurrentPrincipal() principal: Principal,
    @Origin() origin: AuditOrigin,
  ): Promise<void> {
    return this.documents.forget(sha256, principal, origin);
  }
}
