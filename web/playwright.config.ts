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
  /** Waits end with what they wait for, which takes a while on a slow and busy machine. */
  timeout: 120_000,
  expect: { timeout: 30_000 },
  fullyParallel: true,
  /** They wait for each other's servers and browsers: two leave a fifth of two cores idle. */
  workers: 3,
  forbidOnly: true,
  /** A retry, so that a busy moment does not fail the whole run; the report calls the journey flaky. */
  retries: 1,
  reporter: 'list',
  use: {
    baseURL,
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'chromium',
      use: { launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: quiet } },
    },
    {
      /** Some journeys also in Firefox, as the distribution has it. */
      name: 'firefox',
      grep: /@firefox/,
      use: {
        browserName: 'firefox',
        channel: 'moz-firefox',
        /** Playwright's screenshots add a style here, which the page's policy refuses with an error. */
        screenshot: 'off',
        launchOptions: {
          executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
          /** Without a display it takes itself for a touch screen. */
          firefoxUserPrefs: { 'ui.primaryPointerCapabilities': 6, 'ui.allPointerCapabilities': 6 },
        },
      },
    },
  ],
});
