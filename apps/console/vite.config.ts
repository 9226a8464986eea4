import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const dispatcher = process.env['KOUJING_DEV_API'] ?? 'http://127.0.0.1:3000';

export const config = defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../../dist/console',
    emptyOutDir: true,
    // The polyfill and inlined assets would need exceptions in the content security policy.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    // Importing one of our own libs does nothing but define: what a page does not use (readers of documents) stays out.
    rolldownOptions: {
      external: [/^node:/],
      treeshake: { moduleSideEffects: (id) => !id.includes('/libs/') },
    },
  },
  server: { port: 5173, proxy: { '/api': { target: dispatcher, changeOrigin: false } } },
});

// Vite reads the default export of its configuration; the rest of the house has named exports only.
export { config as default };
