// Loaded into the gateway to see its memory without what the garbage collector has not got round to.

process.on('message', (message: { readonly type?: string }) => {
  if (message.type !== 'memory') return;
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  process.send?.({ heapBytes: heapUsed, residentBytes: rss });
});
