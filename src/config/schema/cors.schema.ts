import { z } from 'zod';
import { corsOrigin, headerName } from './scalars.js';

const method = z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

export const corsSchema = z
  .strictObject({
    allow_origins: z
      .array(corsOrigin)
      .default(['http://localhost:3000', 'https://iris.example.com', 'https://admin.iris.example.com'])
      .meta({
        description: 'Exact origins that may call from a browser. `*` (any origin) is refused in production.',
        env: 'CORS_ORIGINS',
        example: '["http://localhost:3000", "https://iris.example.com"]',
      }),
    allow_credentials: z
      .boolean()
      .default(true)
      .meta({ description: 'Whether browsers may send credentials.' }),
    allow_methods: z
      .array(method)
      .default(['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS'])
      .meta({ description: 'Methods that a preflight allows.' }),
    allow_headers: z
      .array(headerName)
      .default(['Authorization', 'Content-Type', 'X-Request-ID', 'X-API-Key'])
      .meta({ description: 'Request headers that a preflight allows.' }),
    expose_headers: z
      .array(headerName)
      .default(['X-Request-ID', 'X-Processing-Time', 'X-Rate-Limit-Remaining'])
      .meta({ description: 'Response headers that scripts may read.' }),
    max_age: z
      .int()
      .min(0)
      .default(86_400)
      .meta({ description: 'Seconds a browser may keep the answer to a preflight.' }),
  })
  .prefault({})
  .meta({ title: 'CORS', description: 'Which web pages may call the gateway.' });
