import { EventBus, type EventPayload } from './event-bus.js';

/** For a gateway without Redis, which is the only replica. */
export class MemoryEventBus extends EventBus {
  publish(channel: string, payload: EventPayload): Promise<void> {
    this.deliver(channel, payload);
    return Promise.resolve();
  }
}
