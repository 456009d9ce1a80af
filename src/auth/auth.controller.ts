import { Controller, Get, Header, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import type { Principal } from '../common/context/index.js';
import { Public } from '../common/decorators/index.js';
import type { SessionOrigin } from '../sessions/index.js';
import { User } from '../users/index.js';
import { LoginDocs, MeDocs } from './auth.docs.js';
import { AuthService } from './auth.service.js';
import { CurrentPrincipal } from '../common/http/index.js';
import { LoggedInUser, LoginGuard } from './login.guard.js';
import type { MeResponse, TokenResponse } from './login.schema.js';
import { FromWhere } from './session-origin.js';

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(private readonly auth: AuthService) {}

  @Post('login')
  @Public()
  @UseGuards(LoginGuard)
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @LoginDocs()
  login(@LoggedInUser() user: User, @FromWhere() origin: SessionOrigin): Promise<TokenResponse> {
    return this.auth.login(user, origin);
  }

  @Get('me')
  @Header('Cache-Control', 'no-store')
  @MeDocs()
  getCurrentUser(@CurrentPrincipal() principal: Principal): Promise<MeResponse> {
    return this.auth.describe(principal);
  }
}
