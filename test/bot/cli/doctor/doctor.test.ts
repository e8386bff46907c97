import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { doctor } from '../../../../bot/cli/doctor/doctor.js';
import { NotInOrder } from '../../../../bot/cli/fail.js';
import { freePort } from '../../../harness/free-port.js';

const folder = mkdtempSync(join(tmpdir(), 'qunshao-doctor-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function examined(config: string, env: Record<string, string> = {}, over: object = {}) {
  const path = join(folder, 'qunshao.yaml');
  writeFileSync(path, config, { mode: 0o600 });
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  const now = Date.UTC(2026, 10, 26);
  const options = { path, env, now, builtAt: 0, form: 'lines', reach: 'online', print, ...over } as const;
  const failed: unknown = await doctor(options).then(
    () => null,
    (error: unknown) => error,
  );
  return { lines, failed };
}

const database = `database: ${join(folder, 'q.db')}\n`;

describe('the whole examination', () => {
  it('nothing is configured: works, with one thing to look at', async () => {
    const { lines, failed } = await examined(database);
    expect(failed).toBeNull();
    expect(lines.filter((line) => !line.startsWith('好 '))).toEqual([
      expect.stringMatching(/^要注意 权限:没有设置 organisation\.admins/u),
    ]);
  });

  it('a broken configuration: a line for each fault, nothing else is tried', async () => {
    const { lines, failed } = await examined('groups:\n  - id: g1\n    moed: enforce\n  - {}\n');
    expect(failed).toBeInstanceOf(NotInOrder);
    expect(lines.filter((line) => line.startsWith('不行 配置'))).toHaveLength(2);
    expect(lines.some((line) => line.includes('数据库'))).toBe(false);
  });

  it('as JSON: the same rows, counted', async () => {
    const { lines } = await examined(database, {}, { form: 'json' });
    const { good, care, bad, rows } = JSON.parse(lines.join('\n')) as Record<string, unknown>;
    expect({ care, bad }).toEqual({ care: 1, bad: 0 });
    expect(rows).toHaveLength(Number(good) + 1);
    expect(rows).toContainEqual({
      area: '配置',
      state: 'good',
      mend: null,
      text: expect.any(String) as string,
    });
  });

  it('a service without a token', async () => {
    const { lines, failed } = await examined(database, { WECHATY_PUPPET: 'wechaty-puppet-service' });
    expect(failed).toBeInstanceOf(NotInOrder);
    expect(lines).toContainEqual(expect.stringMatching(/^不行 令牌:缺少 WECHATY_PUPPET_SERVICE_TOKEN/u));
  });

  it('a gateway and a robot that are not there; offline neither is asked', async () => {
    const token = 'puppet_workpro_0123456789abcdef';
    const env = {
      WECHATY_PUPPET_SERVICE_TOKEN: token,
      WECHATY_PUPPET_SERVICE_ENDPOINT: `127.0.0.1:${await freePort()}`,
      QUNSHAO_WEBHOOK: `http://127.0.0.1:${await freePort()}/send?key=geheim`,
    };
    const online = await examined(database, env);
    expect(online.lines.filter((line) => line.startsWith('不行')).map((line) => line.split(':')[0])).toEqual([
      '不行 网关',
      '不行 组织的群机器人',
    ]);
    expect(online.lines.join('\n')).not.toMatch(/0123456789abcdef|geheim/u);
    expect((await examined(database, env, { reach: 'offline' })).failed).toBeNull();
  });
});
