/** A host as people see it: what it is written in, and what it tries to look like. */

/** Letters of other alphabets that look like a Latin one. */
const TWINS: Readonly<Record<string, string>> = {
  а: 'a',
  ɑ: 'a',
  α: 'a',
  в: 'b',
  с: 'c',
  ϲ: 'c',
  ԁ: 'd',
  е: 'e',
  ё: 'e',
  ɡ: 'g',
  һ: 'h',
  і: 'i',
  ı: 'i',
  ί: 'i',
  ј: 'j',
  к: 'k',
  κ: 'k',
  ӏ: 'l',
  ⅼ: 'l',
  м: 'm',
  п: 'n',
  ո: 'n',
  о: 'o',
  ο: 'o',
  σ: 'o',
  р: 'p',
  ρ: 'p',
  ԛ: 'q',
  г: 'r',
  ѕ: 's',
  т: 't',
  τ: 't',
  υ: 'u',
  ս: 'u',
  ν: 'v',
  ѵ: 'v',
  ԝ: 'w',
  ѡ: 'w',
  х: 'x',
  χ: 'x',
  у: 'y',
  γ: 'y',
  ᴢ: 'z',
};

const LABEL_PREFIX = 'xn--';

/** The host with its punycode labels read (RFC 3492); a label that cannot be read stays as it is. */
export function readableHost(host: string): string {
  if (!host.includes(LABEL_PREFIX)) return host;
  return host
    .split('.')
    .map((label) => (label.startsWith(LABEL_PREFIX) ? (decodeLabel(label.slice(4)) ?? label) : label))
    .join('.');
}

/** The host as it looks at a glance, in plain Latin letters. */
export function seenHost(host: string): string {
  return Array.from(readableHost(host).normalize('NFKC').toLowerCase(), (letter) => TWINS[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');
}

/** Whether a host is Chinese all through, as 武汉轻工大学.中国 is; `com`, `cn` and digits may stand beside. */
export function isChineseHost(host: string): boolean {
  return readableHost(host)
    .split('.')
    .every((label) => /^[\p{Script=Han}\d-]+$/u.test(label) || /^[a-z]{2,4}$/u.test(label));
}

const BASE = 36;
const [T_MIN, T_MAX, SKEW, DAMP] = [1, 26, 38, 700];
const LONGEST = 63;

function decodeLabel(label: string): string | null {
  const dash = label.lastIndexOf('-');
  const points = Array.from(dash > 0 ? label.slice(0, dash) : '', (letter) => letter.codePointAt(0) ?? 0);
  const digits = Array.from(label.slice(dash > 0 ? dash + 1 : 0), digitOf);
  if (label === '' || label.length > LONGEST || digits.includes(-1)) return null;
  let [point, index, bias, at] = [128, 0, 72, 0];
  while (at < digits.length) {
    const read = readNumber(digits, at, bias);
    if (read === null) return null;
    const size = points.length + 1;
    bias = adapt(read.value, size, at === 0 ? DAMP : 2);
    at = read.next;
    const place = index + read.value;
    point += Math.floor(place / size);
    index = place % size;
    if (point > 0x10ffff) return null;
    points.splice(index, 0, point);
    index += 1;
  }
  return String.fromCodePoint(...points);
}

function readNumber(
  digits: readonly number[],
  from: number,
  bias: number,
): { readonly value: number; readonly next: number } | null {
  let value = 0;
  let weight = 1;
  for (let at = from, k = BASE; at < digits.length; at += 1, k += BASE) {
    const digit = digits[at] ?? 0;
    value += digit * weight;
    const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
    if (digit < threshold) return { value, next: at + 1 };
    weight *= BASE - threshold;
    if (value > 0x7fffffff) return null;
  }
  return null;
}

function adapt(delta: number, size: number, damp: number): number {
  let left = Math.floor(delta / damp);
  left += Math.floor(left / size);
  let k = 0;
  for (; left > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) left = Math.floor(left / (BASE - T_MIN));
  return Math.floor(k + ((BASE - T_MIN + 1) * left) / (left + SKEW));
}

function digitOf(letter: string): number {
  const code = letter.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 26;
  return code >= 0x61 && code <= 0x7a ? code - 0x61 : -1;
}
