import { defineConfig } from '@playwright/test';

/** The server under test: bin/test starts one and sets its URL. */
const baseURL = process.env.LUMINA_URL ?? 'http://localhost:8080';

/** Debian's browser, without background requests. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-quic',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export default defineConfig({
  testDir: 'e2e',
  timeout: 60_000,
  /** Uploads take a while on a busy machine with two cores. */
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  /** A retry, so that a busy moment does not fail the whole run; the report calls the journey flaky. */
  retries: 1,
  reporter: 'list',
  use: {
    baseURL,
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: quiet },
  },
});
