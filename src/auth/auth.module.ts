import { Module } from '@nestjs/common';
import { getConfigToken } from '@nestjs/config';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';

import type { AppConfig } from '../config/index.js';
import { UsersModule } from '../users/index.js';
import { AccessTokenService } from './access-token.service.js';
import { AuthController } from './auth.controller.js';
import { AuthGuard } from './auth.guard.js';
import { AuthService } from './auth.service.js';
import { jwtSecret } from './jwt-secret.js';
import { LoginGuard } from './login.guard.js';
import { PasswordStrategy } from './password.strategy.js';
import { RolesGuard } from './roles.guard.js';

/** Who calls. Imported by the application, it closes every route that is not `@Public()`. */
@Module({
  imports: [
    UsersModule,
    JwtModule.registerAsync({
      inject: [getConfigToken('auth'), getConfigToken('runtime')],
      useFactory: (auth: AppConfig['auth'], runtime: AppConfig['runtime']) => ({
        secret: jwtSecret(auth, runtime),
      }),
    }),
  ],
  controllers: [AuthController],
  providers: [
    AccessTokenService,
    AuthService,
    PasswordStrategy,
    LoginGuard,
    { provide: APP_GUARD, useClass: AuthGuard },
    { provide: APP_GUARD, useClass: RolesGuard },
  ],
  exports: [AccessTokenService],
})
export class AuthModule {}
