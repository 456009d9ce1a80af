/** A young collection takes one to two milliseconds, and this is what a fast upload brings in thirty. */
const EVERY_BYTES = 16 * 1024 * 1024;

let streamedBytes = 0;

/**
 * Chunks of streams live outside V8's heap. It notices them every 64 MB, and then collects all there is, which costs an
 * upload more than everything else together. A young collection frees those that are through.
 * `--expose-gc` makes it possible; without it V8 does as it does.
 */
export function noteStreamed(bytes: number): void {
  streamedBytes += bytes;
  if (streamedBytes < EVERY_BYTES) return;
  streamedBytes = 0;
  globalThis.gc?.({ type: 'minor' });
}
