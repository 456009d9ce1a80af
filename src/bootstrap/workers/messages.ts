/** What the primary process and its workers say to each other. */
export type WorkerMessage =
  { readonly type: 'ready'; readonly url: string } | { readonly type: 'alive' } | { readonly type: 'drain' };

/** How often a worker says that its event loop turns. */
export const BEAT_MS = 3_000;

/** Others, such as those about metrics, use the same channel. */
export function isWorkerMessage(message: unknown): message is WorkerMessage {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  return message.type === 'ready' || message.type === 'alive' || message.type === 'drain';
}

/** In a worker: from now on the primary process knows whether it hangs. */
export function tellThatAlive(): void {
  setInterval(() => process.send?.({ type: 'alive' } satisfies WorkerMessage), BEAT_MS).unref();
}
