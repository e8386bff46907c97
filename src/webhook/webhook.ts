import type { Outcome } from '../core/model/outcome.js';
import { type Instant, MINUTE } from '../core/model/instant.js';
import type { Clock } from '../ports.js';

/** What WeCom allows one robot (developer documentation, "群机器人": 20 messages a minute; text of at most 2048 bytes). */
const PER_MINUTE = 20;
const MOST_BYTES = 2048;
const ANSWER_MS = 5000;

/** Sends a line to a WeCom group robot. A refusal is a value; the address, which holds the key, stands in none. */
export type SendReport = (text: string) => Promise<Outcome>;

const DONE: Outcome = { kind: 'done' };

/** @param url the robot's whole address, key included */
export function createWebhook(url: string, clock: Clock): SendReport {
  let sent: readonly Instant[] = [];
  return async (text) => {
    const now = clock.now();
    sent = sent.filter((at) => at > now - MINUTE);
    // Over the limit the robot drops what it is sent: better to wait.
    if (sent.length >= PER_MINUTE) return failed('rate limit of the robot reached');
    sent = [...sent, now];
    try {
      return await post(url, text);
    } catch (error) {
      return failed(error instanceof Error ? error.name : 'unknown');
    }
  };
}

async function post(url: string, text: string): Promise<Outcome> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ msgtype: 'text', text: { content: bounded(text) } }),
    signal: AbortSignal.timeout(ANSWER_MS),
    redirect: 'error',
  });
  if (!response.ok) return failed(`HTTP ${response.status}`);
  const code = codeOf(await response.text());
  return code === 0 ? DONE : failed(`errcode ${code ?? 'missing'}`);
}

function codeOf(body: string): number | null {
  try {
    const answer: unknown = JSON.parse(body);
    if (typeof answer !== 'object' || answer === null || !('errcode' in answer)) return null;
    return typeof answer.errcode === 'number' ? answer.errcode : null;
  } catch {
    return null;
  }
}

function bounded(text: string): string {
  let kept = '';
  let bytes = 0;
  for (const letter of text) {
    bytes += Buffer.byteLength(letter);
    if (bytes > MOST_BYTES) break;
    kept += letter;
  }
  return kept;
}

function failed(detail: string): Outcome {
  return { kind: 'refused', reason: 'failed', detail };
}
