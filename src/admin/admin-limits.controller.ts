import { Controller, Delete, Get, Header, Param } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { type AuditOrigin, Origin } from '../audit/index.js';
import { RequireScopes } from '../auth/index.js';
import { AdminDocs } from './admin.docs.js';
import {
  type LimitSubjectName,
  limitSubjectSchema,
  type NearLimitsResponse,
  nearLimitsSchema,
  subjectLimitsSchema,
  type SubjectLimitsResponse,
} from './admin-limits.schema.js';
import { AdminLimitsService } from './admin-limits.service.js';

const UNKNOWN = { 404: 'No such user or API key' };
const SUBJECT = {
  name: 'subject',
  description: '`user:<id>`, `key:<id>` or `ip:<address>`; of IPv6, all in the same /64 are one',
  schema: { type: 'string' },
} as const;

@ApiTags('admin')
@Controller('admin/rate-limits')
export class AdminLimitsController {
  constructor(private readonly limits: AdminLimitsService) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @RequireScopes('admin:read')
  @AdminDocs({
    summary: 'Who has used half of a limit or more, of those who have called the replica that answers',
    response: nearLimitsSchema,
  })
  listNearLimits(): Promise<NearLimitsResponse> {
    return this.limits.listNear();
  }

  @Get(':subject')
  @Header('Cache-Control', 'no-store')
  @RequireScopes('admin:read')
  @ApiParam(SUBJECT)
  @AdminDocs({
    summary: 'What is left of every limit that is counted for somebody',
    response: subjectLimitsSchema,
    refusals: UNKNOWN,
  })
  getSubjectLimits(
    @Param('subject', { schema: limitSubjectSchema }) subject: LimitSubjectName,
  ): Promise<SubjectLimitsResponse> {
    return this.limits.look(subject);
  }

  @Delete(':subject')
  @Header('Cache-Control', 'no-store')
  @RequireScopes('admin:*')
  @ApiParam(SUBJECT)
  @AdminDocs({
    summary: 'Forget what is used of them, on every replica',
    response: subjectLimitsSchema,
    refusals: UNKNOWN,
  })
  resetSubjectLimits(
    @Param('subject', { schema: limitSubjectSchema }) subject: LimitSubjectName,
    @Origin() origin: AuditOrigin,
  ): Promise<SubjectLimitsResponse> {
    return this.limits.reset(subject, origin);
  }
}
