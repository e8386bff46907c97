import { createHash } from 'node:crypto';
import { storableParameters } from '../text.js';

/** The values of a row, in the order of the columns. */
export type Values = readonly unknown[];

/** How many rows a table has, and a digest over all of them in whatever order they come: the two databases sort text differently. */
export interface TableDigest {
  readonly rows: number;
  readonly digest: string;
}

export interface Digesting {
  add(values: Values): void;
  result(): TableDigest;
}

const MODULUS = 1n << 256n;

export function createDigesting(): Digesting {
  let sum = 0n;
  let rows = 0;
  return {
    add(values) {
      const hash = createHash('sha256').update(JSON.stringify(values)).digest('hex');
      sum = (sum + BigInt(`0x${hash}`)) % MODULUS;
      rows += 1;
    },
    result: () => ({ rows, digest: sum.toString(16).padStart(64, '0') }),
  };
}

/** A row as PostgreSQL can hold it. Ours was written so; what another hand wrote may not be. */
export function portable(values: Values): Values {
  return storableParameters(values);
}
