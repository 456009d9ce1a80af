import { STATUS_CODES } from 'node:http';

import type { ErrorGroup, ErrorInfo } from './error-info.js';
import { html, join, type Markup } from './html.js';

/** No inline script or style: the pages work under the gateway's own Content-Security-Policy. */
function page(title: string, content: Markup): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · IRIS API gateway</title>
        <link rel="icon" type="image/png" href="/docs/favicon-32x32.png" />
        <link rel="stylesheet" href="/docs/errors.css" />
      </head>
      <body>
        <header>
          <a href="/errors">All error codes</a>
          <a href="/docs">API reference</a>
        </header>
        <main>${content}</main>
      </body>
    </html> `.text;
}

export function errorPage(error: ErrorInfo): string {
  return page(
    error.code,
    html`<h1>${error.title}</h1>
      <p class="facts"><code>${error.code}</code> ${statusesOf(error)} <span>${retryOf(error)}</span></p>
      <h2>What it means</h2>
      <p>${error.meaning}</p>
      <h2>What to do</h2>
      <p>${error.action}</p>
      ${membersOf(error)}`,
  );
}

export function listPage(groups: readonly ErrorGroup[]): string {
  return page(
    'Error codes',
    html`<h1>Error codes</h1>
      <p>
        Every error is <code>application/problem+json</code> (RFC 9457). Its <code>code</code> is one of
        these, its <code>type</code> leads to the page of the code, <code>retryable</code> says whether the
        same request may succeed later, and <code>request_id</code> is for those who read the log.
      </p>
      ${join(groups.map(groupOf))}`,
  );
}

function groupOf({ name, errors }: ErrorGroup): Markup {
  const rows = errors.map(
    (error) =>
      html`<tr>
        <td>
          <a href="${error.type}"><code>${error.code}</code></a>
        </td>
        <td>${error.statuses.join(', ')}</td>
        <td>${error.title}</td>
      </tr>`,
  );
  return html`<h2>${name}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Code</th>
          <th scope="col">Status</th>
          <th scope="col">What it says</th>
        </tr>
      </thead>
      <tbody>
        ${join(rows)}
      </tbody>
    </table>`;
}

function statusesOf({ statuses }: ErrorInfo): Markup {
  return join(statuses.map((status) => html`<span>${status} ${STATUS_CODES[status] ?? ''}</span>`));
}

function retryOf({ retryable, statuses }: ErrorInfo): string {
  if (retryable) return 'Trying again later may help';
  return statuses.some((status) => status >= 500)
    ? 'Trying again is unlikely to help'
    : 'Trying again does not help';
}

function membersOf({ members }: ErrorInfo): Markup {
  if (members.length === 0) return html``;
  const rows = members.map(
    ({ name, meaning }) =>
      html`<dt><code>${name}</code></dt>
        <dd>${meaning}</dd>`,
  );
  return html`<h2>What the problem may carry</h2>
    <dl>${join(rows)}</dl>`;
}
