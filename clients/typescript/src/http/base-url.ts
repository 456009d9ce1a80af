/**
 * @param text relative to the page in a browser, so that `/` is the gateway that the page came from
 * @returns without a slash at the end
 * @throws TypeError
 */
export function parseBaseUrl(text: string): string {
  const url = parse(text);
  const isPlain =
    url !== undefined && ['http:', 'https:'].includes(url.protocol) && url.username + url.password === '';
  if (!isPlain) throw new TypeError('baseUrl is not an address such as https://iris.example.com');
  return (url.origin + url.pathname).replace(/\/+$/, '');
}

function parse(text: string): URL | undefined {
  const { location } = globalThis as { readonly location?: { readonly href: string } };
  try {
    return new URL(text, location?.href);
  } catch {
    return undefined;
  }
}
