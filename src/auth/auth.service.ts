import { Injectable } from '@nestjs/common';

import type { Principal } from '../common/context/index.js';
import { type User, UsersService } from '../users/index.js';
import { AccessTokenService } from './access-token.service.js';
import { InvalidTokenError } from './auth-errors.js';
import { type LoginResponse, type MeResponse, toMeResponse } from './login.schema.js';

@Injectable()
export class AuthService {
  constructor(
    private readonly tokens: AccessTokenService,
    private readonly users: UsersService,
  ) {}

  login(user: User): LoginResponse {
    const { token, expiresIn } = this.tokens.issue(user);
    return { access_token: token, token_type: 'Bearer', expires_in: expiresIn };
  }

  /** @throws InvalidTokenError when the user of the token has been deleted */
  async describe(principal: Principal): Promise<MeResponse> {
    const user = await this.users.findById(principal.userId);
    if (!user) throw new InvalidTokenError();
    return toMeResponse(user);
  }
}
