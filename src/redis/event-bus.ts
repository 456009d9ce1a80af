/** Something small, as JSON. Never a secret: whoever reaches Redis can listen. */
export type EventPayload = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** @param payload came over the network: check it */
export type EventHandler = (payload: unknown) => void;

/** Tells all replicas, this one included, that something has changed. At most once: what must not be missed is in PostgreSQL. */
export abstract class EventBus {
  readonly #handlers = new Map<string, EventHandler[]>();
  readonly #gapHandlers: (() => void)[] = [];

  /** The handlers of this replica have run when this returns; the promise is about the others, and never rejects. */
  abstract publish(channel: string, payload: EventPayload): Promise<void>;

  /** To be called before the application has started, for example from a constructor. */
  subscribe(channel: string, handler: EventHandler): void {
    this.#handlers.set(channel, [...(this.#handlers.get(channel) ?? []), handler]);
  }

  /** Events may have been lost, because the connection was: what they would have said has to be looked up. */
  onGap(handler: () => void): void {
    this.#gapHandlers.push(handler);
  }

  protected get channels(): string[] {
    return [...this.#handlers.keys()];
  }

  protected deliver(channel: string, payload: unknown): void {
    for (const handler of this.#handlers.get(channel) ?? []) handler(payload);
  }

  protected reportGap(): void {
    for (const handler of this.#gapHandlers) handler();
  }
}
