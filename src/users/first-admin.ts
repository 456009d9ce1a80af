import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';

import { type AppConfig, InjectConfig } from '../config/index.js';
import { Database } from '../database/index.js';
import { emailSchema, newPasswordSchema, refusePersonalPassword } from './credentials.js';
import { UserExistsError } from './user-errors.js';
import { UsersService } from './users.service.js';

/** Makes the administrator of `ADMIN_EMAIL` and `ADMIN_PASSWORD`, once; an existing user is never changed. */
@Injectable()
export class FirstAdmin implements OnModuleInit {
  readonly #logger = new Logger('FirstAdmin');

  constructor(
    @InjectConfig('auth') private readonly config: AppConfig['auth'],
    private readonly database: Database,
    private readonly users: UsersService,
  ) {}

  onModuleInit(): void {
    const { admin_email: email, admin_password: password } = this.config;
    if (!email || !password) return;
    refuseUnacceptable(email, password);
    this.database.beforeReady(() => this.#ensure(email, password));
  }

  async #ensure(email: string, password: string): Promise<void> {
    if (await this.users.findByEmail(email)) return;
    try {
      await this.users.create({ email, password, role: 'admin' });
      this.#logger.log('The first administrator was created from ADMIN_EMAIL');
    } catch (error) {
      // Another replica was faster.
      if (!(error instanceof UserExistsError)) throw error;
    }
  }
}

/** Known at boot, so said at boot. */
function refuseUnacceptable(email: string, password: string): void {
  const problems = [
    ['ADMIN_EMAIL', emailSchema.safeParse(email)] as const,
    ['ADMIN_PASSWORD', newPasswordSchema.safeParse(password)] as const,
  ].filter(([, result]) => !result.success);
  const lines = problems.map(
    ([name, { error }]) => `${name}: ${error?.issues[0]?.message ?? 'not acceptable'}`,
  );
  if (lines.length > 0) throw new Error(lines.join('; '));
  refusePersonalPassword(password, email, 'ADMIN_PASSWORD');
}
