import type { Entry } from '../sheet.js';

/** What the program says to whoever runs it. */
export const OPERATOR_LINES: readonly Entry[] = [];
