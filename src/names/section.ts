/** One section of a table file: `[kind rest]` and the words under it. Words before any heading have an empty kind. */
export interface Section {
  readonly kind: string;
  readonly rest: string;
  readonly words: readonly string[];
}

const HEADING = /^\[([^\]\s]+)(?:\s+([^\]]*))?\]$/u;

/** Reads the text of a table file: `#` begins a comment line, words are parted by white space. */
export function readSections(text: string): readonly Section[] {
  const sections: { kind: string; rest: string; words: string[] }[] = [{ kind: '', rest: '', words: [] }];
  for (const line of text
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u)
    .map((raw) => raw.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const heading = HEADING.exec(line);
    if (heading !== null)
      sections.push({ kind: heading[1] ?? '', rest: (heading[2] ?? '').trim(), words: [] });
    else sections.at(-1)?.words.push(...line.split(/\s+/u));
  }
  return sections.filter((section) => section.words.length > 0);
}

/** All words of one kind of section, in order. */
export function wordsOf(sections: readonly Section[], kind: string): readonly string[] {
  return sections.filter((section) => section.kind === kind).flatMap((section) => section.words);
}
