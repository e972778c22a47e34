import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const server = process.env.LUMINA_URL ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [svelte()],
  resolve: { conditions: ['browser'] },
  build: {
    target: 'es2022',
    // Inlined files would be `data:` addresses, which the content security policy allows for images alone.
    assetsInlineLimit: 0,
    // Small as one file; and a part that is asked for again, after it did not come, would come without its own.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
  },
  server: {
    // The server checks that Origin and Host agree, so the proxy keeps the Host it was asked for.
    proxy: { '/api': { target: server, changeOrigin: false, ws: true } },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
  },
});
