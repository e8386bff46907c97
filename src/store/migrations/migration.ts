import type { Kysely } from 'kysely';

export type Engine = 'sqlite' | 'postgres';

/** One step of the schema. Its place in the list is the version that it leads to. */
export interface Step {
  readonly name: string;
  up(db: Kysely<unknown>, engine: Engine): Promise<void>;
}
