import { createHash } from 'node:crypto';

/** What stands where the first entry's predecessor would. */
export const GENESIS: string = '0'.repeat(64);

/** The fields that the hash covers, as they are stored. */
export interface Link {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly kind: string;
  readonly group_id: string | null;
  readonly data: string;
}

/** SHA-256 in hex over the predecessor's hash and the entry's fields as a JSON array in a fixed order. */
export function linkHash(previous: string, { seq, at, actor, kind, group_id, data }: Link): string {
  const fields = JSON.stringify([seq, at, actor, kind, group_id, data]);
  return createHash('sha256').update(`${previous}\n${fields}`).digest('hex');
}

/** JSON with the keys in order of code units, so that the same data always gives the same text. */
export function canonical(data: Readonly<Record<string, string | number | boolean | null>>): string {
  const keys = Object.keys(data).toSorted();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${JSON.stringify(data[key])}`).join(',')}}`;
}
