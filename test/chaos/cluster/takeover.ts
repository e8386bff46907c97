import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { TEMPO } from '../../../src/cluster/tempo.js';
import { openStore } from '../../../src/store/open.js';
import { meet } from '../../builders/events.js';
import { Member } from './member.js';
import { query } from './records.js';

/** From the kill of the leader until the other leads and acts, ms, by the tempo that the program has. */
export async function takeovers(database: string, folder: string, times: number): Promise<readonly number[]> {
  await (await openStore(database)).close();
  const journal = join(folder, 'takeover.jsonl');
  writeFileSync(journal, '');
  const config = "groups:\n  - { name: '*', mode: enforce }";
  const groups = [meet('03-02 09:00')];
  const surroundings = { database, config, journal, tempo: TEMPO, ms: 0 };
  const members = await Promise.all(['bot-a', 'bot-b'].map((name) => Member.of(name, groups, surroundings)));
  const took: number[] = [];
  try {
    for (const member of members) await member.start();
    for (let time = 0; time < times; time += 1) {
      const leader = await led(members, null);
      const began = Date.now();
      await leader.kill();
      await led(members, leader);
      took.push(Date.now() - began);
      await leader.start();
    }
    return took;
  } finally {
    await Promise.all(members.map((member) => member.close()));
  }
}

/** Whoever leads and has judged something, and is not the one who was. */
async function led(members: readonly Member[], not: Member | null): Promise<Member> {
  for (let n = 0; ; n += 1) {
    for (const member of members)
      member.hear({
        type: 'message',
        group: 'g1',
        from: 'u5',
        id: `t${Date.now()}-${n}`,
        text: '特价面膜加微信',
      });
    await pause(250);
    const rows = await query<{ account: string; cases: string }>(
      members[0]?.database ?? '',
      `select worker.account, (select count(*) from cases where at > (extract(epoch from now()) * 1000)::bigint - 1000) as cases
        from group_lead join worker on worker.id = group_lead.worker where group_id = 'g1'`,
    );
    const leader = members.find(({ account }) => account === rows[0]?.account);
    if (leader !== undefined && leader !== not && rows[0]?.cases !== '0') return leader;
  }
}
