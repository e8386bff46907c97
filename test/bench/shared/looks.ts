import { Client } from 'pg';
import { ClusterLeadership } from '../../../src/cluster/leadership.js';
import { TEMPO } from '../../../src/cluster/tempo.js';
import { openCluster, openStore } from '../../../src/store/open.js';
import { createLog } from '../../../bot/log.js';

const GROUPS = 100_000;
/** Of each account. */
const MINE = 500;
const LOOKS = 100;

/** What it costs to look after 500 groups among 100,000, and to take over another 500, ms. */
export async function looks(url: string): Promise<object> {
  await (await openStore(url)).close();
  const client = new Client(url);
  await client.connect();
  await fill(client);
  const leadership = new ClusterLeadership({
    records: openCluster(url),
    log: createLog('silent', 'silent'),
    clocks: { monotonic: () => performance.now(), wall: () => Date.now() },
    tempo: TEMPO,
    account: () => 'bot-0',
    name: () => 'bench',
  });
  await leadership.begin();
  const look = async (): Promise<number> => {
    const began = performance.now();
    await leadership.look();
    await leadership.idle();
    return Math.round((performance.now() - began) * 10) / 10;
  };
  const first = await look();
  const times: number[] = [];
  for (let time = 0; time < LOOKS; time += 1) times.push(await look());
  times.sort((a, b) => a - b);
  await client.query(`update worker set expires_at = 0 where id = 'w1'`);
  const takeOver = await look();
  await leadership.stop();
  await client.end();
  return {
    name: 'looks',
    groups: GROUPS,
    firstMs: first,
    medianMs: times[LOOKS / 2],
    takeOver500Ms: takeOver,
  };
}

/** Every account leads its own groups but the first, which has yet to; its are also the second's, so that it can take over. */
async function fill(client: Client): Promise<void> {
  const all = `generate_series(0, ${GROUPS - 1}) i`;
  await client.query(`insert into group_account select 'g' || i, 'bot-' || i / ${MINE} from ${all}`);
  await client.query(`insert into group_account select 'g' || i, 'bot-0' from ${all} where i / ${MINE} = 1`);
  await client.query(
    `insert into worker select 'w' || i, 'bot-' || i, 9e15 from generate_series(1, ${GROUPS / MINE - 1}) i`,
  );
  await client.query(
    `insert into group_lead select 'g' || i, 'w' || i / ${MINE} from ${all} where i >= ${MINE}`,
  );
  await client.query('analyze');
}
