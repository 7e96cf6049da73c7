/** Unit and conformance tests: plain Node, no browser; what needs one is Playwright's. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/conformance/**/*.test.ts', 'tests/fuzz/**/*.test.ts'],
    environment: 'node',
    // Two cores are what the smallest build machine has.
    maxWorkers: 2,
    // No test is about time; a busy machine may take its own.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
