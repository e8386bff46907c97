/**
 * A text as it may go to a terminal: control characters, and marks that turn the direction of reading, are written as
 * `\u001B`. Inside a JSON string that means the same character, so that a program reads what it read before.
 */
export function printable(text: string): string {
  return text.replaceAll(
    // Line breaks and tabs stay: they are the program's own.
    /(?![\t\n])[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}
