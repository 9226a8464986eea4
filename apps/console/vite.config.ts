import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { ahead } from './ahead.js';
import { compressed } from './compressed.js';

const dispatcher = process.env['KOUJING_DEV_API'] ?? 'http://127.0.0.1:3000';

/**
 * A page that came in sixty small files waited for the line sixty times, six at a time (HTTP/1.1). What the sign-in needs is one file,
 * what stands around every page is one, and so is what this many pages and dialogs use; below that number heavy fields come along
 * to pages that have none. Everything else stays where the pages are.
 */
const groups = [
  { name: 'start', tags: ['$initial' as const], priority: 3 },
  { name: 'desk', test: /app[\\/]desk\.tsx$/u, priority: 2 },
  { name: 'shared', minShareCount: 24, priority: 1 },
];

export const config = defineConfig({
  root: import.meta.dirname,
  plugins: [react(), ahead(), compressed()],
  // Its readers of documents need Node; the server of the sources leaves nothing out, so it gets the pure part alone.
  resolve: { alias: { '@koujing/block': join(import.meta.dirname, '../../libs/block/in-browser.ts') } },
  build: {
    outDir: '../../dist/console',
    emptyOutDir: true,
    // The polyfill and inlined assets would need exceptions in the content security policy.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    // Importing one of our own libs or a part of antd does nothing but define: what a page does not use stays out. Of the others
    // their own word counts.
    rolldownOptions: {
      external: [/^node:/],
      treeshake: { moduleSideEffects: (id) => (/\/(?:libs|@rc-component)\//u.test(id) ? false : undefined) },
      output: { codeSplitting: { groups } },
    },
  },
  // `/api` is the server's, but the console's own folder of that name is served from here.
  server: {
    port: 5173,
    proxy: { '^/api/(?!.*\\.tsx?(?:\\?|$))': { target: dispatcher, changeOrigin: false } },
  },
});

// Vite reads the default export of its configuration; the rest of the house has named exports only.
export { config as default };
