/**
 * Rules that stand for every category of prohibited content, fraud too. Putting one on probation for the slips of one kind would leave a
 * group without protection: an exception for the words mends those.
 */
const WIDE: ReadonlySet<string> = new Set(['prohibited', 'learned']);

export function isWideRule(rule: string): boolean {
  return WIDE.has(rule);
}
