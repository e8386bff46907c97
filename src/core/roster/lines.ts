/** Rows of a list that was pasted as text: one person a line, cells parted by tabs, commas, or dashes and spaces. */
export function rowsOfText(text: string): readonly (readonly string[])[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => cells(line));
}

function cells(line: string): readonly string[] {
  for (const separator of [/\t/u, /[,,;;|]/u, /\s*[-–—]\s*|\s+/u]) {
    if (separator.test(line)) return line.split(separator).map((cell) => cell.trim());
  }
  return [line];
}
