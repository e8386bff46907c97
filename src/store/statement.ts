import { sql } from 'kysely';
import type { Compilable, CompiledQuery, DialectAdapter, QueryResult, RawBuilder } from 'kysely';
import type { Db } from './schema.js';

type Bindable = string | number | null;

/** Stands in a query for the value that is handed in with each run. */
class Hole {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

export type Holes<P> = { readonly [K in keyof P]: RawBuilder<P[K]> };
type Build<P, R> = (db: Db, holes: Holes<P>) => Compilable<R>;
type Run<P, R> = (db: Db, values: P) => Promise<QueryResult<R>>;

/**
 * A query that is built once per database and run many times with other values: building costs Kysely more than SQLite
 * needs to run it. Only for the statements that every decision goes through.
 */
export function statement<P extends { readonly [K in keyof P]: Bindable }, R>(build: Build<P, R>): Run<P, R> {
  const compiled = new WeakMap<DialectAdapter, CompiledQuery<R>>();
  const compile = (db: Db, adapter: DialectAdapter): CompiledQuery<R> => {
    const query = build(db, holes<P>()).compile();
    compiled.set(adapter, query);
    return query;
  };
  return (db, values) => {
    const { adapter } = db.getExecutor();
    const query = compiled.get(adapter) ?? compile(db, adapter);
    const given: ReadonlyMap<string, unknown> = new Map(Object.entries(values));
    const parameters = query.parameters.map((value) =>
      value instanceof Hole ? given.get(value.name) : value,
    );
    return db.executeQuery<R>({ ...query, parameters });
  };
}

function holes<P>(): Holes<P> {
  const target: Holes<P> = Object.create(null);
  return new Proxy(target, { get: (_, name) => sql`${new Hole(String(name))}` });
}

/** Whether the statement changed exactly one row. */
export function changedOne({ numAffectedRows }: QueryResult<unknown>): boolean {
  return numAffectedRows === 1n;
}
