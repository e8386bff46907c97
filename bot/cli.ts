#!/usr/bin/env node
import { createProgram } from './cli/program.js';
import { writeForOwnerOnly } from './owner-only.js';
import { failureOf, EXIT } from './cli/fail.js';
import { printable } from './cli/printable.js';
import { isUsageFault, usageText } from './cli/usage.js';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `qunshao scan | head`: the reader has what it wanted.
  if (error.code === 'EPIPE') process.exit(EXIT.ok);
  throw error;
});

writeForOwnerOnly();

try {
  await createProgram().parseAsync(process.argv);
} catch (error) {
  if (isUsageFault(error)) {
    if (error.exitCode !== 0) process.stderr.write(`${printable(usageText(error))}\n`);
    process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  } else {
    const { code, text } = failureOf(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = code;
  }
}
