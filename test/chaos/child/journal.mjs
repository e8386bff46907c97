import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';

/**
 * What the world and the bot have been through, one JSON line each, written before the next thing happens. A killed process
 * loses nothing of it: what `write` was given is the kernel's.
 */
export function openJournal(path) {
  const past = existsSync(path) ? linesOf(readFileSync(path, 'utf8')) : [];
  const file = openSync(path, 'a');
  return {
    past,
    write: (line) => void writeSync(file, `${JSON.stringify(line)}\n`),
    close: () => closeSync(file),
  };
}

function linesOf(text) {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
