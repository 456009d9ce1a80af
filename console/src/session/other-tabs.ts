import type { Grant } from './session-routes.ts';

/** What tabs tell each other; it never leaves the memory of the browser. */
type Message = { readonly type: 'granted'; readonly grant: Grant } | { readonly type: 'ended' };

const channel = new BroadcastChannel('iris-session');

export function tellOtherTabs(message: Message): void {
  channel.postMessage(message);
}

export function onOtherTabs(listener: (message: Message) => void): void {
  channel.addEventListener('message', ({ data }) => {
    listener(data as Message);
  });
}
