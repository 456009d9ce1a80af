import type { ErrorEntries } from './error-entry.js';

/** What only the pages of the console meet. */
export const CONSOLE_ERRORS = {
  CROSS_SITE_REQUEST: {
    status: 403,
    title: 'This is for the pages of the console only',
    meaning:
      'The routes under /console/session answer to a cookie, which a browser adds by itself. So they are for pages of this very origin that say who they are, and for nobody else.',
    action:
      'Programs log in with POST /auth/login. Open the console at the address that the gateway is reached by.',
  },
  CONSOLE_FILE_NOT_FOUND: {
    status: 404,
    title: 'The console has no such file',
    meaning:
      'The address is that of a file which is not part of the console, or no longer: the gateway was updated.',
    action: 'Load the page again.',
  },
  CONSOLE_NOT_BUILT: {
    status: 404,
    title: 'This gateway has no console',
    meaning: 'The gateway was built without the pages of the console. All else works.',
    action: 'Run npm run build:console and start the gateway again, or use an image, which has them.',
  },
} satisfies ErrorEntries;
