/** Escapes of control characters in JSON text; a backslash that is a backslash is passed over. */
const ESCAPED = /\\\\|\\u[\da-f]{4}|\\[bfrt]|\\n(?! {4}at )/gi;
/** DEL, C1, and what changes the direction or the order of text: JSON leaves them as they are. */
const RAW = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A line of JSON in which no character is left that a terminal or an editor would obey. It means the same. */
export function escapeRaw(line: string): string {
  return line.replace(RAW, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A line of JSON whose texts show control characters as escapes. Line breaks before stack frames stay. */
export function showEscapes(line: string): string {
  return escapeRaw(line).replace(ESCAPED, (escape) => (escape === '\\\\' ? escape : `\\${escape}`));
}
