/**
 * What may be repeated of an offence: never a whole word, never a whole number. `13812348000` → `138****8000`,
 * `加微信` → `加*信`, `傻子` → `傻*`, `a` → `*`. An address can be told again by how its host begins and ends, and not be
 * opened: `http://win365.example.top/a` → `wi****.top`.
 */
export function mask(term: string): string {
  const letters = [...visible(term)];
  if (letters.length <= 1) return '*';
  if (/^[\d\s-]{7,}$/u.test(term)) return maskNumber(letters.filter((letter) => /\d/u.test(letter)));
  const [, host] = LINK.exec(visible(term)) ?? [];
  if (host !== undefined) return `${host.slice(0, 2)}****${/\.[a-z]+$/iu.exec(host)?.[0] ?? ''}`;
  if (letters.length === 2) return `${letters[0]}*`;
  const inside = Math.min(letters.length - 2, 4);
  return `${letters[0]}${'*'.repeat(inside)}${letters.at(-1)}`;
}

const LINK = /^(?:https?:\/\/|(?=www\.)|(?=(?:[\w-]+\.)+[a-z]{2,}(?:\/|$)))(?:www\.)?([\w.-]{4,})/iu;

function maskNumber(digits: readonly string[]): string {
  if (digits.length < 7) return '*'.repeat(4);
  return `${digits.slice(0, 3).join('')}****${digits.slice(digits.length >= 11 ? -4 : -2).join('')}`;
}

/** Controls, direction marks and line breaks could rewrite the sentence around them. */
export function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '').trim();
}

/** A text of several lines as it may be said again: line ends stay, controls go, nothing blank at the ends of lines. */
export function visibleLines(text: string): string {
  return text
    .split(/\r?\n/u)
    .map(visible)
    .filter((line) => line !== '')
    .join('\n');
}

/** “加*信”“代*” — at most three words, each once, none that another holds; nothing where there are none. */
export function quoted(terms: readonly string[]): string {
  const words = [...new Set(terms.filter((term) => visible(term) !== ''))];
  return words
    .filter((term) => !words.some((other) => other !== term && other.includes(term)))
    .slice(0, 3)
    .map((term) => `“${mask(term)}”`)
    .join('');
}

const LONGEST_NAME = 24;

/** A name as shown in a sentence: visible, bounded (what is cut is shown by …), never empty. */
export function nameOf(name: string): string {
  const letters = [...visible(name)];
  if (letters.length === 0) return '(无名)';
  return letters.length <= LONGEST_NAME
    ? letters.join('')
    : `${letters.slice(0, LONGEST_NAME - 1).join('')}…`;
}
