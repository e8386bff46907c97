import { inflateRawSync } from 'node:zlib';

/** What a list of people may unpack to, bytes: a hundred thousand of them take less. */
const MOST_UNPACKED = 64 * 1024 * 1024;
const MOST_FILES = 1000;
/** A cell far out makes readers fill in all that lies before it. */
const MOST_ROWS = 100_000;
const MOST_COLUMNS = 256;

const END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

/**
 * Looks through an XLSX file before a library does: few bytes may unpack to gigabytes, and one cell may stand in the millionth row.
 * @throws Error where it is no such file, or one that no list of people makes
 */
export function ensureSoundXlsx(bytes: Uint8Array): void {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = MOST_UNPACKED;
  for (const entry of entriesOf(zip)) {
    const content = unpacked(zip, entry, left);
    left -= content.length;
    ensureNear(content);
  }
}

interface Entry {
  readonly method: number;
  readonly packed: number;
  /** Where its local head stands. */
  readonly at: number;
}

/** The files that the directory at the end of the archive names. Reading outside of the bytes throws RangeError. */
function* entriesOf(zip: Buffer): Generator<Entry> {
  const end = endOf(zip);
  const files = zip.readUInt16LE(end + 10);
  if (files > MOST_FILES) throw new Error('too many files in the archive');
  let at = zip.readUInt32LE(end + 16);
  for (let file = 0; file < files; file += 1) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error('no entry where the directory names one');
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
    const from = at + ENTRY_BYTES;
    yield {
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      at: zip.readUInt32LE(at + 42),
    };
    at = from + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
}

function endOf(zip: Buffer): number {
  const first = Math.max(0, zip.length - END_BYTES - LONGEST_COMMENT);
  for (let at = zip.length - END_BYTES; at >= first; at -= 1) {
    if (zip.readUInt32LE(at) === END) return at;
  }
  throw new Error('no zip archive');
}

function unpacked(zip: Buffer, { method, packed, at }: Entry, most: number): Buffer {
  const from = at + LOCAL_BYTES + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const content = zip.subarray(from, from + packed);
  if (method === STORED && content.length <= most) return content;
  if (method !== DEFLATED || most <= 0)
    throw new Error('packed in a way that no spreadsheet is, or too large');
  return inflateRawSync(content, { maxOutputLength: most });
}

/** No row and no cell lies further out than a list goes. Any file of the archive may be a sheet. */
function ensureNear(file: Buffer): void {
  for (const [, place = ''] of file.toString('latin1').matchAll(/(?<![\w:.-])r\s*=\s*["']([^"']*)["']/gu)) {
    const [, letters = '', digits = ''] = /^([A-Za-z]{0,3})(\d{1,7})$/u.exec(place) ?? [];
    if (digits === '' || Number(digits) > MOST_ROWS || columnOf(letters) > MOST_COLUMNS)
      throw new Error('a cell stands further out than a list of people goes');
  }
}

/** A is 1, Z 26, AA 27. */
function columnOf(letters: string): number {
  const first = 'A'.charCodeAt(0) - 1;
  return Array.from(letters.toUpperCase()).reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - first,
    0,
  );
}
