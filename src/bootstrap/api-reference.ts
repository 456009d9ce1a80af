import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Response } from 'express';

import { ERROR_PAGES_STYLE } from '../error-pages/index.js';
import { createOpenApiDocument } from './open-api/index.js';

/** Only its files are wanted: importing the package would run the whole page in here, eleven megabytes of it. */
const ASSETS_FOLDER = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const ASSETS = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

/** No inline script or style: the page works under the gateway's own Content-Security-Policy. */
const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>IRIS API gateway</title>
    <link rel="icon" type="image/png" href="/docs/favicon-32x32.png" />
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="reference"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#reference', deepLinking: true, tryItOutEnabled: true });
`;

/** `GET /openapi.json` and, for people, `GET /docs`. */
export function serveApiReference(app: NestExpressApplication): void {
  const express = app.getHttpAdapter().getInstance();
  let document: OpenAPIObject | undefined;
  express.get(['/openapi.json', '/v1/openapi.json'], (_request, response: Response) => {
    document ??= createOpenApiDocument(app);
    response.json(document);
  });
  express.get('/docs', (_request, response: Response) => response.type('html').send(PAGE));
  express.get('/docs/start.js', (_request, response: Response) => response.type('js').send(START));
  express.get('/docs/errors.css', (_request, response: Response) => {
    response.set('Cache-Control', 'public, max-age=3600').type('css').send(ERROR_PAGES_STYLE);
  });
  for (const asset of ASSETS) {
    const file = join(ASSETS_FOLDER, asset);
    express.get(`/docs/${asset}`, (_request, response: Response) => {
      response.sendFile(file, { maxAge: '1h' });
    });
  }
}
