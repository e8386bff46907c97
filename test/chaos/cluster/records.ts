import { readFileSync } from 'node:fs';
import { Client } from 'pg';

/** A line of what the accounts did, as the platform saw it. */
export interface Act {
  readonly type: string;
  readonly group: string | null;
  readonly to?: string | readonly string[];
  readonly text?: string;
  readonly case?: number;
  readonly account: string;
  /** The machine's clock, which is also the database's. */
  readonly real: number;
}

export function actsOf(journal: string): readonly Act[] {
  const lines = readFileSync(journal, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Act);
}

export async function query<Row extends object>(url: string, statement: string): Promise<readonly Row[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Who led which group from when to when, told by the database itself. */
export interface Reign {
  readonly group_id: string;
  readonly account: string;
  readonly began: number;
  readonly ended: number | null;
}

/** Lets the database write down every change of a lead. */
export async function watchReigns(url: string): Promise<void> {
  const now = '(extract(epoch from clock_timestamp()) * 1000)::float8';
  await query(
    url,
    `create table reign (group_id text, worker text, account text, began float8, ended float8);
     create function reign_begins() returns trigger language plpgsql as $$ begin
       insert into reign select new.group_id, new.worker, (select account from worker where id = new.worker), ${now}, null;
       return null; end $$;
     create function reign_ends() returns trigger language plpgsql as $$ begin
       update reign set ended = ${now} where group_id = old.group_id and worker = old.worker;
       return null; end $$;
     create trigger reign_begins after insert on group_lead for each row execute function reign_begins();
     create trigger reign_ends after delete on group_lead for each row execute function reign_ends()`,
  );
}

export function reigns(url: string): Promise<readonly Reign[]> {
  return query<Reign>(url, 'select group_id, account, began, ended from reign order by began');
}
