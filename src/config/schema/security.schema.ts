import { z } from 'zod';
import { headerName, headerValue, hostPattern } from './scalars.js';

const DEFAULT_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-XSS-Protection': '1; mode=block',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'Content-Security-Policy': "default-src 'self'; img-src 'self' data:; script-src 'self'",
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'geolocation=(), microphone=(), camera=()',
};

export const securitySchema = z
  .strictObject({
    headers: z
      .record(
        headerName,
        headerValue.meta({ description: 'Sent with every answer. `null` takes the header away.' }),
      )
      .default(DEFAULT_HEADERS),
    allowed_hosts: z.array(hostPattern).min(1).default(['localhost', 'iris.example.com']).meta({
      description:
        'Values of the `Host` header that are answered: names, `*.domain`, addresses, `*` for any. Without a port, any port is right.',
      env: 'ALLOWED_HOSTS',
    }),
  })
  .prefault({})
  .meta({ title: 'Security', description: 'Response headers and the hosts that are answered.' });
