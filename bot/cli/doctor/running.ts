import type { OperatingSettings } from '../../../src/core/policy/settings.js';
import { PLATFORM } from '../../../src/core/wording/checkup-platform.js';
import type { Row } from '../../../src/core/wording/checkup.js';

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
    if (response.ok) return PLATFORM.running();
    return text.includes('"standstill"') ? PLATFORM.runningStandstill() : PLATFORM.runningUnwell(text);
  } catch {
    return null;
  }
}
