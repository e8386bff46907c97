/** A picture reduced to so many grey pixels a side. */
export const SIDE = 32;
const KEPT = 8;
/** Of this contrast down a picture has nothing to be told by: a blank page is like every other. */
const LEAST_CONTRAST = 10;
/** So many of 64 bits may differ: recompressed or scaled none do, cropped a few, of strangers 30 and more. */
const ALIKE = 8;

const COSINE: readonly (readonly number[])[] = Array.from({ length: KEPT }, (_, k) =>
  Array.from({ length: SIDE }, (_unused, x) => Math.cos(((2 * x + 1) * k * Math.PI) / (2 * SIDE))),
);

/**
 * Four perceptual hashes of 64 bits one after another, in hexadecimal: of the picture, mirrored, inverted, and both. `grey`:
 * 32 × 32 values, row by row. Null for a picture without contrast.
 */
export function picturePrint(grey: Uint8Array): string | null {
  if (grey.length !== SIDE * SIDE || contrast(grey) < LEAST_CONTRAST) return null;
  const mirrored = grey.map((_, at) => grey[at - (at % SIDE) + SIDE - 1 - (at % SIDE)] ?? 0);
  return [grey, mirrored, inverted(grey), inverted(mirrored)].map(hashOf).join('');
}

function inverted(grey: Uint8Array): Uint8Array {
  return grey.map((value) => 255 - value);
}

function contrast(grey: Uint8Array): number {
  const mean = grey.reduce((sum, value) => sum + value, 0) / grey.length;
  const variance = grey.reduce((sum, value) => sum + (value - mean) ** 2, 0) / grey.length;
  return Math.sqrt(variance);
}

/** The signs of the low frequencies against their median, the mean left out (a discrete cosine transform). */
function hashOf(grey: Uint8Array): string {
  const rows = Array.from({ length: SIDE }, (_, y) =>
    Array.from({ length: KEPT }, (_unused, k) => {
      const cosine = COSINE[k] ?? [];
      let sum = 0;
      for (let x = 0; x < SIDE; x += 1) sum += (grey[y * SIDE + x] ?? 0) * (cosine[x] ?? 0);
      return sum;
    }),
  );
  const values: number[] = [];
  for (let v = 0; v < KEPT; v += 1) {
    for (let k = 0; k < KEPT; k += 1) {
      let sum = 0;
      for (let y = 0; y < SIDE; y += 1) sum += (rows[y]?.[k] ?? 0) * (COSINE[v]?.[y] ?? 0);
      values.push(sum);
    }
  }
  const median = values.slice(1).toSorted((a, b) => a - b)[(KEPT * KEPT - 1) >> 1] ?? 0;
  return hex(values.map((value, at) => (at > 0 && value > median ? 1 : 0)));
}

function hex(bits: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bits.length; at += 4) {
    const nibble = bits.slice(at, at + 4).reduce((sum, bit) => sum * 2 + bit, 0);
    text += nibble.toString(16);
  }
  return text;
}

const ONE = 16;
const ONES: readonly number[] = Array.from({ length: 16 }, (_, value) =>
  [1, 2, 4, 8].reduce((count, bit) => count + ((value & bit) === 0 ? 0 : 1), 0),
);

/** Whether two prints are of the same picture, be one mirrored or inverted; also for avatars. */
export function isSamePicture(a: string, b: string): boolean {
  const hash = a.slice(0, ONE);
  for (let from = 0; from + ONE <= b.length; from += ONE) {
    if (differing(hash, b.slice(from, from + ONE)) <= ALIKE) return true;
  }
  return false;
}

function differing(a: string, b: string): number {
  let count = 0;
  for (let at = 0; at < ONE; at += 1) {
    const [one, other] = [Number.parseInt(a[at] ?? '0', 16), Number.parseInt(b[at] ?? '0', 16)];
    count += ONES[one ^ other] ?? 0;
  }
  return count;
}
