import { Injectable } from '@nestjs/common';

import { Janitor } from '../common/timing/index.js';
import { SessionsRepository } from './sessions.repository.js';

const EVERY_MS = 3_600_000;
/** For questions about who was where, after a session is over. */
const KEEP_DAYS = 30;
const BATCH = 1_000;

/** Deletes old sessions, and with them their refresh tokens. */
@Injectable()
export class SessionJanitor extends Janitor {
  constructor(private readonly sessions: SessionsRepository) {
    super({
      name: 'SessionJanitor',
      everyMs: EVERY_MS,
      complaint: 'Old sessions could not be deleted; the next attempt is in an hour',
    });
  }

  override async clean(): Promise<void> {
    while ((await this.sessions.purge(KEEP_DAYS, BATCH)) === BATCH);
  }
}
