import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import type { Principal } from '../common/context/index.js';
import { Public } from '../common/decorators/index.js';
import type { Page } from '../common/paging/index.js';
import type { SessionOrigin } from '../sessions/index.js';
import { AuthService } from './auth.service.js';
import { CurrentPrincipal } from '../common/http/index.js';
import type { TokenResponse } from './login.schema.js';
import { OwnSessionsService } from './own-sessions.service.js';
import { FromWhere } from './session-origin.js';
import { EndSessionDocs, ListSessionsDocs, LogoutAllDocs, LogoutDocs, RefreshDocs } from './sessions.docs.js';
import {
  type RefreshRequest,
  refreshSchema,
  type SessionResponse,
  type SessionsQuery,
  sessionsQuerySchema,
} from './sessions.schema.js';

@ApiTags('auth')
@Controller('auth')
export class SessionsController {
  constructor(
    private readonly auth: AuthService,
    private readonly sessions: OwnSessionsService,
  ) {}

  @Post('refresh')
  @Public()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @RefreshDocs()
  refreshTokens(
    @Body({ schema: refreshSchema }) body: RefreshRequest,
    @FromWhere() origin: SessionOrigin,
  ): Promise<TokenResponse> {
    return this.auth.refresh(body.refresh_token, origin);
  }

  @Post('logout')
  @HttpCode(204)
  @Header('Cache-Control', 'no-store')
  @LogoutDocs()
  logout(@CurrentPrincipal() principal: Principal, @FromWhere() origin: SessionOrigin): Promise<void> {
    return this.sessions.logout(principal, origin);
  }

  @Post('logout-all')
  @HttpCode(204)
  @Header('Cache-Control', 'no-store')
  @LogoutAllDocs()
  logoutAll(@CurrentPrincipal() principal: Principal, @FromWhere() origin: SessionOrigin): Promise<void> {
    return this.sessions.logoutAll(principal, origin);
  }

  @Get('sessions')
  @Header('Cache-Control', 'no-store')
  @ListSessionsDocs()
  listSessions(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: sessionsQuerySchema }) query: SessionsQuery,
  ): Promise<Page<SessionResponse>> {
    return this.sessions.list(principal, query);
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @Header('Cache-Control', 'no-store')
  @EndSessionDocs()
  endSession(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @FromWhere() origin: SessionOrigin,
  ): Promise<void> {
    return this.sessions.end(principal, id, origin);
  }
}
