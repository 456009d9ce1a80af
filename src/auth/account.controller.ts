import { Body, Controller, Header, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { type AuditOrigin, Origin } from '../audit/index.js';
import type { Principal } from '../common/context/index.js';
import { Public } from '../common/decorators/index.js';
import { ChangePasswordDocs, RegisterDocs } from './account.docs.js';
import {
  type PasswordChangeRequest,
  passwordChangeSchema,
  type RegistrationRequest,
  type RegistrationResponse,
  registrationSchema,
} from './account.schema.js';
import { AccountService } from './account.service.js';
import { CurrentPrincipal } from '../common/http/index.js';
import { RegistrationGuard } from './registration.guard.js';

@ApiTags('auth')
@Controller('auth')
export class AccountController {
  constructor(private readonly account: AccountService) {}

  @Post('register')
  @Public()
  @UseGuards(RegistrationGuard)
  @HttpCode(202)
  @Header('Cache-Control', 'no-store')
  @RegisterDocs()
  registerAccount(
    @Body({ schema: registrationSchema }) body: RegistrationRequest,
    @Origin() origin: AuditOrigin,
  ): Promise<RegistrationResponse> {
    return this.account.register(body, origin);
  }

  @Post('password')
  @HttpCode(204)
  @Header('Cache-Control', 'no-store')
  @ChangePasswordDocs()
  changePassword(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: passwordChangeSchema }) body: PasswordChangeRequest,
    @Origin() origin: AuditOrigin,
  ): Promise<void> {
    return this.account.changePassword(principal, body, origin);
  }
}
