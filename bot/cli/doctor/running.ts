import type { OperatingSettings } from '../../../src/core/policy/settings.js';
import { bad, good, type Row } from './row.js';

const ANSWER_MS = 3000;

/** What a bot that runs here says of itself; null where none does. */
export async function runningState({ listen }: OperatingSettings): Promise<Row | null> {
  if (listen === null) return null;
  const host = listen.host.includes(':') ? `[${listen.host}]` : listen.host;
  try {
    const signal = AbortSignal.timeout(ANSWER_MS);
    const response = await fetch(`http://${host}:${listen.port}/readyz`, { signal });
    const text = (await response.text()).trim();
    if (!text.includes('"connection"')) return null;
    return response.ok
      ? good('网关', '机器人正在这里运行,一切正常')
      : bad('网关', `机器人正在这里运行,但没有就绪:${text}`, '请看日志里最近的 connection 一行,它写着怎么办');
  } catch {
    return null;
  }
}
