import 'reflect-metadata';

import { HttpModule, HttpService } from '@nestjs/axios';
import { All, Controller, Inject, Module, Req, Res, UseGuards } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { AuthGuard, PassportModule, PassportStrategy } from '@nestjs/passport';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';
import type { Request, Response } from 'express';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { firstValueFrom } from 'rxjs';

import { LIMIT, WINDOW_MS, announce, jwtSecret, upstreamUrl } from './listen.ts';

// A gateway as the chapters of Nest's documentation would have it. Node runs types but no decorators, so these are called.

class JwtStrategy extends PassportStrategy(Strategy) {
  constructor() {
    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: jwtSecret });
  }

  validate(claims: { readonly sub: string }): { readonly userId: string } {
    return { userId: claims.sub };
  }
}

class GatewayController {
  readonly #http: HttpService;

  constructor(http: HttpService) {
    this.#http = http;
  }

  async forward(request: Request, response: Response): Promise<void> {
    const { method, url, body } = request as { method: string; url: string; body: unknown };
    const answer = await firstValueFrom(
      this.#http.request<unknown>({ method, url: `${upstreamUrl}${url}`, data: body }),
    );
    response.status(answer.status).json(answer.data);
  }
}
const forward = Object.getOwnPropertyDescriptor(GatewayController.prototype, 'forward') ?? {};
Inject(HttpService)(GatewayController, undefined, 0);
Req()(GatewayController.prototype, 'forward', 0);
Res()(GatewayController.prototype, 'forward', 1);
All('*path')(GatewayController.prototype, 'forward', forward);
UseGuards(AuthGuard('jwt'))(GatewayController.prototype, 'forward', forward);
Controller()(GatewayController);

class NaiveGateway {
  readonly name = 'naive gateway';
}
Module({
  imports: [HttpModule, PassportModule, ThrottlerModule.forRoot([{ ttl: WINDOW_MS, limit: LIMIT }])],
  controllers: [GatewayController],
  providers: [JwtStrategy, { provide: APP_GUARD, useClass: ThrottlerGuard }],
})(NaiveGateway);

const app = await NestFactory.create(NaiveGateway, { logger: false });
await app.listen(0, '127.0.0.1');
const server = app.getHttpServer() as { address(): Parameters<typeof announce>[0] };
announce(server.address());
