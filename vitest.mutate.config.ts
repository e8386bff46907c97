import { defineConfig } from 'vitest/config';

/** The tests that a mutant of policy and of the carrying out of commands has to get past: quick ones, without a database file. */
export default defineConfig({
  test: {
    include: ['test/core/policy/**/*.test.ts', 'test/app/*.test.ts', 'test/hostile/authority.test.ts'],
    // These open databases or processes of their own.
    exclude: ['test/app/damage.test.ts', 'test/app/standstill.test.ts', 'test/app/two-accounts.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
