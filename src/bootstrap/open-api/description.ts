/** What holds for all routes. */
export const DESCRIPTION = `
Photographs of identity documents and forms go in, structured fields come out.

**Begin** with \`POST /auth/login\`, send its \`access_token\` as \`Authorization: Bearer …\`, and a document to
\`POST /process\`. Programs send an API key as \`X-API-Key\` instead. Where a route names scopes, the credential needs all of
them; routes without scopes are for people and take no API keys.

**Errors** are \`application/problem+json\` (RFC 9457). \`code\` is stable, \`type\` leads to a page that tells what to do,
\`retryable\` and \`Retry-After\` say whether and when to try again, and \`request_id\` is for those who read the log. The
connection itself may refuse a request before it reaches a route: 408 \`REQUEST_TIMEOUT\`, 421 \`REQUEST_MISDIRECTED\`,
431 \`HEADERS_TOO_LARGE\`.

**Limits** are told in the headers \`RateLimit\`, \`RateLimit-Policy\` and \`X-Rate-Limit-*\`; \`GET /limits\` tells them for free.

**Lists** come in parts: \`limit\` says how much, and \`next_cursor\` of one part is \`cursor\` of the following one.

**Times** are RFC 3339 in UTC, durations are seconds unless a name says otherwise.

**Every answer** carries \`X-Request-ID\` (the request’s own one where it has up to 128 of \`A-Z a-z 0-9 . _ -\`),
\`X-Processing-Time\`, security headers and, for origins that are allowed, those of CORS. \`traceparent\` is passed on.
`.trim();
