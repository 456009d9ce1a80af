import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { EventBus } from '../redis/index.js';
import { KnownKeys } from './known-keys.js';

const API_KEY_CHANGED = 'api_key.changed';
/** Published by whoever changes users. */
const USER_CHANGED = 'user.changed';

const keyChangedSchema = z.object({ key_id: z.string() });
const userChangedSchema = z.object({ user_id: z.string() });

/** Tells all replicas what PostgreSQL has committed, and hears it from them. */
@Injectable()
export class ApiKeyEvents {
  constructor(
    private readonly bus: EventBus,
    known: KnownKeys,
  ) {
    bus.subscribe(API_KEY_CHANGED, (payload) => {
      const event = keyChangedSchema.safeParse(payload);
      if (event.success) known.forgetKey(event.data.key_id);
    });
    bus.subscribe(USER_CHANGED, (payload) => {
      const event = userChangedSchema.safeParse(payload);
      if (event.success) known.forgetKeysOf(event.data.user_id);
    });
    bus.onGap(() => {
      known.forgetAll();
    });
  }

  changed(keyId: string): Promise<void> {
    return this.bus.publish(API_KEY_CHANGED, { key_id: keyId });
  }
}
