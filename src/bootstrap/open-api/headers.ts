const COUNT = { type: 'integer', format: 'int32', minimum: 0, maximum: 2_147_483_647 };

/** Headers of answers that many routes have. */
export const HEADERS = {
  'X-Request-ID': {
    description: 'Of this request, for those who read the log',
    schema: { type: 'string', examples: ['0192f5c1-7d3a-4c55-8f0e-6a1b2c3d4e5f'] },
  },
  'X-Processing-Time': {
    description: 'Seconds that the gateway took to answer',
    schema: { type: 'string', pattern: '^\\d+\\.\\d{3}$', examples: ['0.042'] },
  },
  'Server-Timing': {
    description: 'Where the time went, in milliseconds (W3C Server Timing)',
    schema: { type: 'string' },
  },
  'RateLimit-Policy': {
    description: 'The limits that apply: `q` calls in `w` seconds (draft-ietf-httpapi-ratelimit-headers)',
    schema: { type: 'string', examples: ['"authenticated";q=1000;w=3600, "processing";q=50;w=3600'] },
  },
  RateLimit: {
    description: 'What is left of them: `r` calls, and more in `t` seconds',
    schema: { type: 'string', examples: ['"authenticated";r=997;t=1804, "processing";r=49;t=3600'] },
  },
  'X-Rate-Limit-Limit': {
    description: 'Calls in any window, of the limit that is nearest to refusing',
    schema: COUNT,
  },
  'X-Rate-Limit-Remaining': { description: 'What is left of it', schema: COUNT },
  'X-Rate-Limit-Reset': {
    description: 'Seconds until more remains',
    schema: COUNT,
  },
  'Retry-After': {
    description: 'Seconds after which it is worth another try',
    schema: COUNT,
  },
  'WWW-Authenticate': {
    description: 'What is missing (RFC 6750)',
    schema: { type: 'string', examples: ['Bearer realm="iris", error="invalid_token"'] },
  },
  Allow: { description: 'The methods that the route has', schema: { type: 'string' } },
};

export type HeaderName = keyof typeof HEADERS;
