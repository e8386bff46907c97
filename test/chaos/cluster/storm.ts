import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '../../../src/store/open.js';
import type { Random } from '../../../src/train/random.js';
import type { Event } from '../../fakes/stage.js';
import { meet } from '../../builders/events.js';
import { Member, type Surroundings } from './member.js';
import { query, watchReigns } from './records.js';
import { broken } from './verdict.js';

const CONFIG = `
organisation:
  strikes: group
groups:
  - { name: '*', mode: enforce, removal: auto }
`;
const DAY = 86_400_000;
/** 10:30 in Shanghai, ms after midnight UTC: people are spoken to at once. */
const MORNING = 2.5 * 3_600_000;
/** Shorter than the program's own, so that the lead passes often. */
const TEMPO = { leaseMs: 2000, lookMs: 200 };
/** Longer than a claim on an action lasts. */
const LEAP = 61_000;

/** Who is in which group: two shared, one of each account's own. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'bot-a': ['g1', 'g2', 'g3'],
  'bot-b': ['g1', 'g2', 'g4'],
  'bot-c': ['g1', 'g4', 'g5'],
};

export interface StormOptions {
  readonly database: string;
  readonly folder: string;
  readonly random: Random;
  readonly accounts: readonly string[];
  readonly steps: number;
}

export interface StormResult {
  readonly broken: readonly string[];
  readonly offences: number;
  readonly cases: number;
  readonly kills: number;
  readonly cuts: number;
  readonly stops: number;
  readonly uncertain: number;
}

export async function runStorm(options: StormOptions): Promise<StormResult> {
  const { database, folder, accounts } = options;
  await (await openStore(database)).close();
  await watchReigns(database);
  const journal = join(folder, 'journal.jsonl');
  writeFileSync(journal, '');
  const surroundings: Surroundings = {
    database,
    config: CONFIG,
    journal,
    tempo: TEMPO,
    ms: (MORNING - (Date.now() % DAY) + DAY) % DAY,
  };
  const members = await Promise.all(
    accounts.map((account) => Member.of(account, (GROUPS[account] ?? []).map(groupEvent), surroundings)),
  );
  try {
    const storm = new Storm(members, options);
    await storm.blow();
    await storm.calm();
    const wrong = await broken(database, journal, storm.counts.kills);
    return { ...storm.counts, ...(await figures(database)), broken: [...storm.broken, ...wrong] };
  } finally {
    await Promise.all(members.map((member) => member.close()));
  }
}

function groupEvent(group: string): Event {
  return meet('03-02 09:00', { group, name: `${group}群` });
}

class Storm {
  readonly counts = { offences: 0, kills: 0, cuts: 0, stops: 0 };
  readonly broken: string[] = [];
  private said = 0;
  private readonly repairs: Promise<void>[] = [];

  constructor(
    private readonly members: readonly Member[],
    private readonly options: StormOptions,
  ) {}

  async blow(): Promise<void> {
    await Promise.all(this.members.map((member) => member.start()));
    for (let step = 0; step < this.options.steps; step += 1) {
      this.happen();
      await pause(10 + this.dice(50));
    }
  }

  /** Everything is mended; what is said now is judged once, and what waited is done. */
  async calm(): Promise<void> {
    await Promise.all(this.repairs);
    for (const member of this.members) member.proxy.heal();
    const groups = new Set(this.members.flatMap((one) => one.groups.map(({ group }) => String(group))));
    await this.led(groups);
    await this.settled();
    for (const group of groups) this.say(group, `v-${group}`, '特价面膜加微信');
    const missing = (): Promise<readonly string[]> => withoutCase(this.options.database, groups);
    await this.until('a case for each group', async () => (await missing()).length === 0);
    for (const group of await missing()) this.broken.push(`nobody judged ${group} after the storm`);
    await this.settled();
  }

  /**
   * Every group is led by the same process for longer than a lease, and everybody has looked since: what is said while the lead
   * passes from one to the other may be dropped, by design.
   */
  private async led(groups: ReadonlySet<string>): Promise<void> {
    let before = '';
    await this.until('a leader for each group', async () => {
      await pause(1.5 * TEMPO.leaseMs);
      const leads = await leadsIn(this.options.database);
      const ledBySomebody = new Set(leads.map((one) => one.group_id));
      // An account that was started again takes up a group when it hears of it.
      for (const group of groups) if (!ledBySomebody.has(group)) this.say(group, 'u100', '大家早上好');
      const now = JSON.stringify(leads);
      const isSame = now === before && leads.filter((one) => groups.has(one.group_id)).length === groups.size;
      before = now;
      return isSame;
    });
  }

  private dice(sides: number): number {
    return Math.floor(this.options.random() * sides);
  }

  private pick<T>(of: readonly T[]): T | undefined {
    return of[this.dice(of.length)];
  }

  private happen(): void {
    const member = this.pick(this.members);
    if (member === undefined) return;
    const fate = this.dice(100);
    if (fate < 3) this.repairs.push(this.killed(member));
    else if (fate < 6) this.repairs.push(this.cut(member));
    else if (fate < 8) this.repairs.push(this.stopped(member));
    else if (fate < 12) member.hear({ type: 'direct', from: 'u1', id: `d${this.said++}`, text: '/案件' });
    else this.talk();
  }

  private talk(): void {
    const group = this.pick(this.members.flatMap(({ groups }) => groups.map((one) => String(one['group']))));
    const offence = this.dice(3) === 0;
    if (offence) this.counts.offences += 1;
    this.say(group ?? 'g1', `u${100 + this.dice(60)}`, offence ? '特价面膜加微信' : '大家早上好');
  }

  private say(group: string, from: string, text: string): void {
    const event = { type: 'message', group, from, id: `m${this.said++}`, text };
    for (const member of this.members) member.hear(event);
  }

  private async killed(member: Member): Promise<void> {
    if (!member.isUp) return;
    this.counts.kills += 1;
    await member.kill();
    await pause(this.dice(3000));
    while (!(await member.start())) await pause(300);
  }

  private async cut(member: Member): Promise<void> {
    this.counts.cuts += 1;
    member.proxy.cut(this.dice(2) === 0 ? 'reset' : 'silence');
    await pause(100 + this.dice(5000));
    member.proxy.heal();
  }

  private async stopped(member: Member): Promise<void> {
    this.counts.stops += 1;
    member.signal('SIGSTOP');
    await pause(100 + this.dice(4000));
    member.signal('SIGCONT');
  }

  private async settled(): Promise<void> {
    const { database } = this.options;
    await this.until('all actions settled', async () => {
      for (const member of this.members) member.order({ do: 'leap', ms: LEAP });
      const rows = await query<{ count: string }>(
        database,
        `select count(*) from outbox where settled_at is null and due_at < (extract(epoch from now()) * 1000)::bigint`,
      );
      return rows[0]?.count === '0';
    });
  }

  private async until(what: string, isSo: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 120; tries += 1) {
      if (await isSo()) return;
      await pause(500);
    }
    this.broken.push(`in vain: ${what}`);
  }
}

interface Lead {
  readonly group_id: string;
  readonly worker: string;
}

/** By workers whose time is not over. */
function leadsIn(database: string): Promise<readonly Lead[]> {
  return query<Lead>(
    database,
    `select group_id, worker from group_lead join worker on worker.id = group_lead.worker
      where worker.expires_at > (extract(epoch from clock_timestamp()) * 1000)::bigint order by group_id`,
  );
}

/** The groups in which the one who speaks after the storm has no case. */
async function withoutCase(database: string, groups: ReadonlySet<string>): Promise<readonly string[]> {
  const rows = await query<{ group_id: string }>(
    database,
    `select distinct group_id from cases where member_id = 'v-' || group_id`,
  );
  const judged = new Set(rows.map((row) => row.group_id));
  return [...groups].filter((group) => !judged.has(group));
}

async function figures(database: string): Promise<{ readonly cases: number; readonly uncertain: number }> {
  const rows = await query<{ cases: string; uncertain: string }>(
    database,
    `select (select count(*) from cases) as cases, (select count(*) from outbox where outcome = 'uncertain') as uncertain`,
  );
  return { cases: Number(rows[0]?.cases), uncertain: Number(rows[0]?.uncertain) };
}
