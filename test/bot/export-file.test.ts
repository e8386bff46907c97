import { describe, expect, it } from 'vitest';
import readXlsx from 'read-excel-file/node';
import { exportFile } from '../../bot/export-file.js';
import { openStage } from '../fakes/stage.js';
import { clock, direct, meet, say } from '../builders/events.js';

const CONFIG = 'organisation:\n  admins: [u0]\ngroups:\n  - id: g1\n';

async function busyStage() {
  const stage = await openStage({ config: CONFIG });
  await stage.play(
    meet('03-02 09:00'),
    say('03-02 09:02', 'u5', '特价面膜加微信'),
    say('03-02 09:03', 'u1', '特价面膜加微信'),
    direct('03-02 09:04', 'u1', '/备案 填 群主 王建国 会长 13800138000'),
    clock('03-02 09:05'),
  );
  return stage;
}

type What = Parameters<typeof exportFile>[1]['what'];

async function rowsOf(what: What, over: { from?: number; staff?: boolean } = {}) {
  const { store } = await busyStage();
  const asked = {
    kind: 'export',
    what,
    from: 0,
    groupId: 'g1',
    timezone: 'Asia/Shanghai',
    staff: false,
  } as const;
  const bytes = await exportFile(store, { ...asked, ...over }).read();
  const [sheet] = await readXlsx(Buffer.from(bytes));
  return (sheet?.data ?? []).map((row) => row.map(String));
}

async function auditOf({ store }: Awaited<ReturnType<typeof busyStage>>, staff: boolean) {
  const asked = { kind: 'export', what: 'audit', from: 0, groupId: 'g1', timezone: 'Asia/Shanghai' } as const;
  const [sheet] = await readXlsx(Buffer.from(await exportFile(store, { ...asked, staff }).read()));
  return (sheet?.data ?? []).map((row) => row.map(String));
}

describe('the file that answers /导出', () => {
  it('a week in which nothing happened is a head and nothing else', async () => {
    expect(await rowsOf('week', { from: Infinity })).toHaveLength(1);
  });

  it('cases of those with authority are for the organisation alone', async () => {
    expect(await rowsOf('cases')).toHaveLength(2);
    expect(await rowsOf('cases', { staff: true })).toHaveLength(3);
  });

  it('the filing form comes with its phones, a row for each post', async () => {
    const rows = await rowsOf('register');
    expect(rows).toHaveLength(4);
    expect(rows.flat()).toContain('13800138000');
  });

  it('the audit log tells whoever answers for the group neither who complained, nor of what lies with the organisation', async () => {
    const stage = await busyStage();
    await stage.play(
      direct('03-02 09:06', 'u6', '/举报 王建国-北京-食品科学与工程98级 说话难听'),
      say('03-02 09:07', 'u6', '/report 李雷-武汉-化学97级 刷屏'),
      direct('03-02 09:08', 'u0', '/驳回 3'),
      clock('03-02 09:10'),
    );
    const above = (await stage.store.casesBetween('g1', 0, Infinity)).filter(({ exempt }) => exempt);
    const told = async (staff: boolean) => (await auditOf(stage, staff)).map((row) => row.join(' '));
    const leaks = (row: string) =>
      row.includes('u6') || above.some(({ id }) => row.includes(`"case":${id},`));
    expect((await told(false)).filter(leaks)).toEqual([]);
    expect((await told(true)).filter(leaks).length).toBeGreaterThan(4);
    await stage.store.close();
  });

  it('the audit log names the group alone', async () => {
    expect((await rowsOf('audit')).length).toBeGreaterThan(3);
  });
});
