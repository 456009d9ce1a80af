/** Fields are looked for at the top of a log line and in the two levels below it. */
export function redactPaths(names: readonly string[]): string[] {
  return names.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]);
}
