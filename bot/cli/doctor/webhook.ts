import type { Instant } from '../../../src/core/model/instant.js';
import { PLATFORM } from '../../../src/core/wording/checkup-platform.js';
import type { Row } from '../../../src/core/wording/checkup.js';

const ANSWER_MS = 5000;

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
    return { row: PLATFORM.robotAway(host), at: null };
  }
}

function answered(host: string, status: number): Row {
  return status >= 500 ? PLATFORM.robotFails(host, status) : PLATFORM.robot(host);
}
