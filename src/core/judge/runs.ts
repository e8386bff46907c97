/**
 * Numbers, addresses and account names are read as what they are, not as what they say: one unit each. So "加", a number
 * and "看" stand side by side, and a telephone number differs from a price.
 */
const NUMBER = 3;
const ACCOUNT = 4;
const PHONE = 5;
const CARD = 6;
const NAME = 7;
const ADDRESS = 8;
const LATIN = 9;

const ZERO = 48;
const LETTER_A = 97;
const LETTER_Z = 122;
const COLON = 58;
/** Marks inside an address: `?`, `%`, `:`. */
const INSIDE: readonly number[] = [63, 37, COLON];
/** Runs up to this length stay as they are: prices, years, short words. */
const SHORT = 4;
const DATE = 8;
/** Latin letters without end are nobody's words. */
const LONG_LATIN = 24;
const DOMAIN =
  /^(?:https?|www)|[a-z0-9]\.(?:com|cn|top|net|cc|vip|xyz|me|io|app|club|shop|win|tv|org|info|co|link|site|online)(?![a-z])/iu;
/** Letters before a number say where it belongs: `wx`, `qq`, `v`. */
const PREFIXED = /^[a-z]{1,2}(?=0+$)/u;
const DECIMAL = /[0-9][./~][0-9]/u;
const DASHED = /[0-9]-[0-9]/u;

/** What is rewritten: folded units (digits as 0) with their places in the original text. */
interface Units {
  readonly units: Uint16Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  length: number;
}

/** Reads the long runs of digits and Latin letters again, in place. `text` is what the units were read from. */
export function shortenRuns(buffer: Units, text: string): void {
  const { units } = buffer;
  let at = firstLongRun(buffer);
  let to = at;
  while (at < buffer.length) {
    let end = at;
    while (end < buffer.length && isPlain(units[end] ?? 0)) end++;
    const next = isScheme(buffer, at, end) ? pastAddress(buffer, end) : end;
    const written = next - at > SHORT ? rewriting(buffer, { at, end: next, text }) : null;
    if (written !== null) {
      to = put(buffer, { to, at, end: next, written });
      at = next;
      continue;
    }
    for (const last = Math.max(next, at + 1); at < last; at++) copy(buffer, at, to++);
  }
  buffer.length = to;
}

/** Most messages have none: then this is the end. */
function firstLongRun({ units, length }: Units): number {
  let run = 0;
  for (let at = 0; at < length; at++) {
    run = isPlain(units[at] ?? 0) ? run + 1 : 0;
    if (run >= SHORT) return at + 1 - run;
  }
  return length;
}

function isPlain(unit: number): boolean {
  return unit === ZERO || (unit >= LETTER_A && unit <= LETTER_Z);
}

/** `http` or `https`, with its colon behind it. */
function isScheme({ units }: Units, at: number, end: number): boolean {
  const long = end - at;
  if ((long !== 4 && long !== 5) || units[end] !== COLON) return false;
  return String.fromCharCode(...units.subarray(at, at + 4)) === 'http';
}

function pastAddress({ units, length }: Units, colon: number): number {
  let end = colon + 1;
  while (end < length) {
    const inside = INSIDE.includes(units[end] ?? 0) && isPlain(units[end + 1] ?? 0);
    if (!inside && !isPlain(units[end] ?? 0)) break;
    end++;
  }
  return end;
}

interface Run {
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

/** The units that take the place of a run; null: it stays. */
function rewriting({ units, starts, ends }: Units, { at, end, text }: Run): readonly number[] | null {
  const original = text.slice(starts[at], ends[end - 1]);
  if (DOMAIN.test(original)) return [ADDRESS];
  const plain = String.fromCharCode(...units.subarray(at, end));
  if (!plain.includes('0')) return end - at > LONG_LATIN ? [LATIN] : null;
  const prefix = PREFIXED.exec(plain)?.[0] ?? '';
  const digits = plain.length - prefix.length;
  if (!/^0+$/u.test(plain.slice(prefix.length))) return [NAME];
  if (digits <= SHORT || DECIMAL.test(original) || (digits <= DATE && DASHED.test(original))) return null;
  return [...units.subarray(at, at + prefix.length), kindOf(digits)];
}

function kindOf(digits: number): number {
  if (digits >= 15) return CARD;
  if (digits === 11) return PHONE;
  return digits >= DATE ? ACCOUNT : NUMBER;
}

interface Writing {
  readonly to: number;
  readonly at: number;
  readonly end: number;
  readonly written: readonly number[];
}

/** A prefix keeps its places; the last unit covers the rest of the run. */
function put(buffer: Units, { to, at, end, written }: Writing): number {
  const covered = buffer.ends[end - 1] ?? 0;
  for (const [offset, unit] of written.entries()) {
    copy(buffer, at + offset, to + offset);
    buffer.units[to + offset] = unit;
  }
  buffer.ends[to + written.length - 1] = covered;
  return to + written.length;
}

function copy({ units, starts, ends }: Units, from: number, to: number): void {
  units[to] = units[from] ?? 0;
  starts[to] = starts[from] ?? 0;
  ends[to] = ends[from] ?? 0;
}
