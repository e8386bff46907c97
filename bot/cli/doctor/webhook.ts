import type { Instant } from '../../../src/core/model/instant.js';
import { bad, good, type Row } from './row.js';

const ANSWER_MS = 5000;
const AREA = '组织的群机器人';

export interface WebhookRow {
  readonly row: Row;
  /** What the other side says the time is. */
  readonly at: Instant | null;
}

/** Asks whether the robot's server answers. Nothing is posted, and the key, which is in the query, is not sent. */
export async function webhookRow(url: string): Promise<WebhookRow> {
  const { origin, pathname, host } = new URL(url);
  try {
    const signal = AbortSignal.timeout(ANSWER_MS);
    const response = await fetch(`${origin}${pathname}`, { method: 'HEAD', redirect: 'manual', signal });
    const date = Date.parse(response.headers.get('date') ?? '');
    return { row: answered(host, response.status), at: Number.isNaN(date) ? null : date };
  } catch {
    const mend = '请检查网络、防火墙和 organisation.webhook(QUNSHAO_WEBHOOK)的地址';
    return { row: bad(AREA, `连不上 ${host}`, mend), at: null };
  }
}

function answered(host: string, status: number): Row {
  return status >= 500
    ? bad(AREA, `${host} 出错(HTTP ${status})`, '请过一会儿再看;一直这样请查对方的服务')
    : good(AREA, `${host} 连得上(密钥对不对,要等第一次真的发送才知道)`);
}
