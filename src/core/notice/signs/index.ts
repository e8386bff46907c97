import { ADDRESSES } from './address.js';
import { ARRANGEMENTS } from './arrangement.js';
import { DEMANDS } from './demand.js';
import { FORMULAS } from './formula.js';
import { HEADINGS } from './heading.js';
import type { Sign } from './sign.js';

/** The strongest first: a text is read in this order and `why` follows it. */
export const SIGNS: readonly Sign[] = [...HEADINGS, ...ADDRESSES, ...FORMULAS, ...ARRANGEMENTS, ...DEMANDS];
