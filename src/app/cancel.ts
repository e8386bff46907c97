import type { Instant } from '../core/model/instant.js';
import type { Records } from '../ports.js';

/**
 * Gives up what a case still has to come; answers the numbers. What was claimed may have been done already, by a process that
 * was cut off before it could say so: it becomes `uncertain`, for the records must not deny what people have seen.
 */
export async function cancelWaiting(
  records: Records,
  caseId: number,
  at: Instant,
): Promise<readonly number[]> {
  const waiting = await records.unsettledOfCase(caseId);
  for (const { planned } of waiting) await records.cancel(planned.id, at);
  return waiting.map(({ planned }) => planned.id);
}
