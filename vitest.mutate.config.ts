import { defineConfig } from 'vitest/config';

/**
 * Which tests a mutant has to get past, chosen by `MUTATE_TESTS`. `commands` open a stage each: they are for the carrying out of commands
 * alone. Else everything that reaches policy and commands without a database file; that takes hours.
 */
const SETS: Readonly<Record<string, readonly string[]>> = {
  policy: [
    'test/core/policy/**/*.test.ts',
    'test/core/conduct/mass.test.ts',
    'test/app/{brake,conversations}.test.ts',
  ],
  commands: [
    'test/app/{run-command,authority,codes,commands,quoted}.test.ts',
    'test/app/desk/written.test.ts',
  ],
};
const WHOLE = ['test/core/policy/**/*.test.ts', 'test/app/*.test.ts', 'test/hostile/authority.test.ts'];

export default defineConfig({
  test: {
    include: [...(SETS[process.env['MUTATE_TESTS'] ?? ''] ?? WHOLE)],
    // These open databases or processes of their own.
    exclude: ['test/app/damage.test.ts', 'test/app/standstill.test.ts', 'test/app/two-accounts.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
