const MAX_BYTES = 255;
const PATH = /^.*[/\\]/s;
/** Control characters, and those that change how a line reads: directions, joiners, line separators. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const encoder = new TextEncoder();

/** The name that a client gave a file, for showing only: never a path. Null: there is none left. */
export function fileNameOf(text: string | undefined): string | null {
  const name = text?.replace(PATH, '').replace(INVISIBLE, '').trim() ?? '';
  if (name === '' || name === '.' || name === '..') return null;
  // Cuts between characters, not within one.
  const { read } = encoder.encodeInto(name, new Uint8Array(MAX_BYTES));
  return name.slice(0, read);
}
