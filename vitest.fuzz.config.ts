import { mergeConfig } from 'vitest/config';
import usual from './vitest.config.js';

/** The long version of test/fuzz: `npm run fuzz`. */
export default mergeConfig(usual, {
  test: {
    env: { QUNSHAO_FUZZ: 'long' },
    testTimeout: 3_600_000,
    // One file at a time: the times that are compared are to be their own.
    maxWorkers: 1,
  },
});
