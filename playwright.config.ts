/**
 * Browser tests. The browser itself is found by tests/support (a system's Chromium, Chrome or Edge), and
 * the kiosk is started once, by the real launcher, in tests/support/global-setup.ts.
 */
import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  globalSetup: './tests/support/global-setup.ts',
  forbidOnly: process.env['CI'] !== undefined,
  fullyParallel: true,
  workers: 2,
  // What needs the second try is told by name at the end of the run, and too many of them fail it (tests/support/reports.ts).
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['line']],
  use: {
    // The reference panel, upright: 1080 × 1920 at 102.5 px/in (standards.md).
    viewport: { width: 1080, height: 1920 },
    hasTouch: true,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'e2e', testDir: 'tests/e2e', testIgnore: 'electron/**' },
    { name: 'a11y', testDir: 'tests/a11y' },
    // The table is printed when all attempts are made, whatever came of them.
    { name: 'escape', testDir: 'tests/escape', testIgnore: 'table.spec.ts', teardown: 'escape table' },
    { name: 'escape table', testDir: 'tests/escape', testMatch: 'table.spec.ts' },
    // Skipped by name, with the reason, where Electron's runtime is not installed.
    { name: 'electron', testDir: 'tests/e2e/electron' },
  ],
});
