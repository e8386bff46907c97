import { describe, expect, it } from 'vitest';
import type { Example } from '../../src/train/example.js';
import { learn, score } from '../../src/train/logistic.js';

/** One n-gram, in `prohibited` rows and in one harmless row of this origin. */
function marginBeside(harmless: Example['origin']): number {
  const prohibited: Example = { text: '违禁', category: 'hatred', origin: 'grammar' };
  const examples: readonly Example[] = [
    prohibited,
    prohibited,
    prohibited,
    { text: '正常', category: null, origin: harmless },
  ];
  const encoded = {
    features: Int32Array.from([0, 0, 0, 0]),
    offsets: Int32Array.from([0, 1, 2, 3, 4]),
    shares: Float64Array.from([1, 1, 1, 1]),
    hashes: [0x10000001],
  };
  const rows = Int32Array.from(examples.keys());
  const linear = learn({ encoded, examples, rows, categories: ['hatred'] });
  const into = new Float64Array(1);
  score(linear, { encoded, row: 0, into });
  return into[0] ?? 0;
}

describe('learn', () => {
  it.each([
    { name: 'an everyday line weighs more than a made one', more: 'everyday', less: 'grammar' },
    { name: 'a twin weighs more than an everyday line', more: 'twin', less: 'everyday' },
    { name: 'a row of a labelled set weighs more than a twin', more: 'contrast', less: 'twin' },
  ] as const)('$name', ({ more, less }) => {
    expect(marginBeside(more)).toBeLessThan(marginBeside(less));
  });

  it('learns nothing of no rows', () => {
    const encoded = {
      features: new Int32Array(0),
      offsets: Int32Array.of(0),
      shares: new Float64Array(0),
      hashes: [],
    };
    const linear = learn({ encoded, examples: [], rows: new Int32Array(0), categories: ['hatred'] });
    expect([...linear.weights, ...linear.biases]).toEqual([0]);
  });
});
