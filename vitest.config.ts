import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Vitest leaves one core free by default; on two that would be half the machine.
    maxWorkers: 2,
    // No test waits for time to pass; on a busy machine the rules of a whole language take a while to load.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    globalSetup: ['test/harness/global-setup.ts'],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'bot/**/*.ts'],
      reporter: ['text-summary', 'html', 'json-summary'],
    },
  },
});
