import { defaultClientConditions, defineConfig } from 'vite';

/** Where `npm run dev` finds a gateway. */
const GATEWAY = 'http://localhost:8000';

export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  build: {
    // The Content-Security-Policy allows neither data: fonts and styles nor anything inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // With light-dark(), which would otherwise be rewritten at a cost.
    target: ['chrome125', 'firefox126', 'safari17.5'],
  },
  // The client is not built for this: its source is taken.
  resolve: { conditions: ['@iris/source', ...defaultClientConditions] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: {
    port: 5173,
    proxy: { '^/(?!console/|@)': GATEWAY, '^/console/session': GATEWAY },
  },
});
