import { sql } from 'kysely';

/** PostgreSQL's clock at the moment, not at the beginning of the transaction; ms. */
export const DATABASE_NOW = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`;
