import { type CanActivate, Injectable } from '@nestjs/common';

import { type AppConfig, InjectConfig } from '../config/index.js';
import { RegistrationClosedError } from './account-errors.js';

/** A guard, so that a gateway without registration says so before it judges the body. */
@Injectable()
export class RegistrationGuard implements CanActivate {
  constructor(@InjectConfig('auth') private readonly config: AppConfig['auth']) {}

  canActivate(): boolean {
    if (!this.config.allow_registration) throw new RegistrationClosedError();
    return true;
  }
}
