/** A margin below every threshold: what a monotonous text is given. */
export const NOTHING = -99;
const SHORT = 12;
const VARIED = 6;

interface Units {
  readonly [at: number]: number;
  indexOf(unit: number): number;
}

/** Whether the first `length` units (characters or sounds) are a long text of hardly any different ones: it says nothing, however often. */
export function isMonotonous(units: Units, length: number): boolean {
  if (length <= SHORT) return false;
  let seen = 0;
  for (let at = 0; at < length; at++) {
    if (units.indexOf(units[at] ?? 0) < at) continue;
    seen++;
    if (seen >= VARIED) return false;
  }
  return true;
}
