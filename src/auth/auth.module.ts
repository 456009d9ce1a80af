import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';

import { ApiKeysModule } from '../api-keys/index.js';
import { AuditModule } from '../audit/index.js';
import { RateLimitGuard, RateLimitModule } from '../rate-limit/index.js';
import { RedisModule } from '../redis/index.js';
import { SessionsModule } from '../sessions/index.js';
import { UsersModule } from '../users/index.js';
import { AccessTokenService } from './access-token.service.js';
import { AccountController } from './account.controller.js';
import { AccountService } from './account.service.js';
import { AuthMetrics } from './auth-metrics.js';
import { AuthController } from './auth.controller.js';
import { AuthGuard } from './auth.guard.js';
import { AuthService } from './auth.service.js';
import { JwksController } from './jwks.controller.js';
import { SigningKeys } from './keys/index.js';
import { LoginGuard } from './login.guard.js';
import { LoginThrottle } from './login-throttle/index.js';
import { OwnSessionsService } from './own-sessions.service.js';
import { PasswordLogin } from './password-login.js';
import { PasswordStrategy } from './password.strategy.js';
import { Principals } from './principals.js';
import { Refusals } from './refusals.js';
import { ScopesGuard } from './scopes.guard.js';
import { SessionsController } from './sessions.controller.js';

/** Who calls. Imported by the application, it closes every route that is not `@Public()`. */
@Module({
  imports: [UsersModule, AuditModule, RedisModule, SessionsModule, ApiKeysModule, RateLimitModule],
  controllers: [AccountController, AuthController, SessionsController, JwksController],
  providers: [
    SigningKeys,
    AccessTokenService,
    AccountService,
    AuthMetrics,
    AuthService,
    OwnSessionsService,
    PasswordStrategy,
    PasswordLogin,
    LoginThrottle,
    LoginGuard,
    Principals,
    Refusals,
    // Who is it, has it called too often, may it do this.
    { provide: APP_GUARD, useClass: AuthGuard },
    { provide: APP_GUARD, useExisting: RateLimitGuard },
    { provide: APP_GUARD, useClass: ScopesGuard },
  ],
  exports: [AccessTokenService, AuthService, PasswordStrategy],
})
export class AuthModule {}
