import { Controller, Get, Header, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import type { Principal } from '../common/context/index.js';
import { Public } from '../common/decorators/index.js';
import { User } from '../users/index.js';
import { LoginDocs, MeDocs } from './auth.docs.js';
import { AuthService } from './auth.service.js';
import { CurrentPrincipal } from './decorators.js';
import { LoggedInUser, LoginGuard } from './login.guard.js';
import type { LoginResponse, MeResponse } from './login.schema.js';

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
  login(@LoggedInUser() user: User): LoginResponse {
    return this.auth.login(user);
  }

  @Get('me')
  @Header('Cache-Control', 'no-store')
  @MeDocs()
  me(@CurrentPrincipal() principal: Principal): Promise<MeResponse> {
    return this.auth.describe(principal);
  }
}
