import { z } from 'zod';
import type { Publisher } from './settings.js';

/** What owners granted and took back by command, as stored: a later word about a person counts, the file's otherwise. */
const stored = z.array(
  z.strictObject({
    id: z.string().min(1),
    subjects: z.array(z.string().min(1)),
    until: z.number().nullable(),
    revoked: z.boolean(),
  }),
);

export type Grant = Publisher & { readonly revoked: boolean };

/** Null: the stored value is not what was written. */
export function parseGrants(value: string): readonly Grant[] | null {
  try {
    return stored.parse(JSON.parse(value));
  } catch {
    return null;
  }
}

export function withGrants(publishers: readonly Publisher[], grants: readonly Grant[]): readonly Publisher[] {
  const untouched = publishers.filter(({ id }) => grants.every((grant) => grant.id !== id));
  const granted = grants.filter(({ revoked }) => !revoked);
  return [...untouched, ...granted.map(({ id, subjects, until }) => ({ id, subjects, until }))];
}

/** The stored value after one more grant. */
export function addGrant(value: string | undefined, grant: Grant): string {
  const before = value === undefined ? [] : (parseGrants(value) ?? []);
  return JSON.stringify([...before.filter(({ id }) => id !== grant.id), grant]);
}
