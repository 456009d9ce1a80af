/**
 * Whether the client has it already (RFC 9110, 13.1.2). Entity tags with a comma in them are not looked for: ours have none.
 * @param header `If-None-Match`
 */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}
