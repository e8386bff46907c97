import type { GroupNameFields, Part } from './parts.js';
import type { FieldReaders } from './readers.js';

/** Reads a name exactly as the template has it; null where it is not written so. A field ends where the next words begin. */
export function readStrictly(
  text: string,
  parts: readonly Part[],
  readers: FieldReaders,
): GroupNameFields | null {
  const dead = new Set<number>();
  const from = (index: number, start: number): GroupNameFields | null => {
    const part = parts[index];
    if (part === undefined) return start === text.length ? {} : null;
    const key = index * (text.length + 1) + start;
    if (dead.has(key)) return null;
    const found = part.kind === 'text' ? afterText(part.text) : afterField(part);
    if (found === null) dead.add(key);
    return found;

    function afterText(words: string): GroupNameFields | null {
      return text.startsWith(words, start) ? from(index + 1, start + words.length) : null;
    }
    function afterField({ field, optional }: Extract<Part, { kind: 'field' }>): GroupNameFields | null {
      for (let end = text.length; end > start; end -= 1) {
        const raw = text.slice(start, end);
        const rest = readers[field](raw) ? from(index + 1, end) : null;
        if (rest !== null) return { [field]: raw, ...rest };
      }
      return optional ? from(index + 1, start) : null;
    }
  };
  return from(0, 0);
}
