import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const server = process.env.LUMINA_URL ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [svelte()],
  resolve: { conditions: ['browser'] },
  build: {
    target: 'es2022',
    // Older browsers lack `AbortSignal.any`, so the styles need not be written for them.
    cssTarget: ['chrome116', 'firefox124', 'safari17.4'],
    // Inlined files would be `data:` URLs, which the content security policy allows only for images.
    assetsInlineLimit: 0,
    // One file, because it is small; and a part that is retried after a failed load would come without its own styles.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    // The first load is one file, not one for each part that some page shares: on a slow network each file is a delay.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'] },
            { name: 'shared', minShareCount: 4 },
          ],
        },
      },
    },
  },
  server: {
    // The server checks that Origin and Host match, so the proxy does not change Host.
    proxy: { '/api': { target: server, changeOrigin: false, ws: true } },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    isolate: false,
    setupFiles: 'vitest.setup.ts',
    testTimeout: 30_000,
  },
});
