import { Controller, Delete, Header, HttpCode, Post, Res, UseGuards, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';

import { FromWhere, LoggedInUser, LoginGuard } from '../../auth/index.js';
import { Public } from '../../common/decorators/index.js';
import { type Exchange, HttpExchange } from '../../common/http/index.js';
import type { SessionOrigin } from '../../sessions/index.js';
import type { User } from '../../users/index.js';
import { type ConsoleSession, ConsoleSessionService } from './console-session.service.js';
import { OwnPagesGuard } from './own-pages.guard.js';

/** For the console's own pages, at one address: the path of the cookie. Other clients use /auth. */
@ApiExcludeController()
@Controller({ path: 'console/session', version: VERSION_NEUTRAL })
@Public()
@UseGuards(OwnPagesGuard)
export class ConsoleSessionController {
  constructor(private readonly sessions: ConsoleSessionService) {}

  @Post()
  @UseGuards(LoginGuard)
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  logIn(
    @LoggedInUser() user: User,
    @FromWhere() origin: SessionOrigin,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ConsoleSession> {
    return this.sessions.logIn(user, origin, response);
  }

  @Post('refresh')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  refresh(
    @HttpExchange() exchange: Exchange,
    @FromWhere() origin: SessionOrigin,
  ): Promise<ConsoleSession | undefined> {
    return this.sessions.refresh(exchange, origin);
  }

  @Delete()
  @HttpCode(204)
  @Header('Cache-Control', 'no-store')
  logOut(@HttpExchange() exchange: Exchange, @FromWhere() origin: SessionOrigin): Promise<void> {
    return this.sessions.logOut(exchange, origin);
  }
}
