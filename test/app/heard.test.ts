import { describe, expect, it } from 'vitest';
import { createHeard } from '../../src/app/heard.js';
import { aMessage } from '../builders/model.js';

describe('what was heard lately', () => {
  it('is nothing at first', () => {
    const heard = createHeard(3);
    expect(heard.of('g1')).toEqual([]);
  });

  it('is kept for each group, newest first, and no longer than there is room', () => {
    const heard = createHeard(3);
    for (const [id, groupId] of [
      ['m1', 'g1'],
      ['m2', 'g2'],
      ['m3', 'g1'],
      ['m4', 'g1'],
    ] as const)
      heard.add(aMessage({ id, groupId }));
    expect(heard.of('g1').map(({ id }) => id)).toEqual(['m4', 'm3']);
    expect(heard.of('g2').map(({ id }) => id)).toEqual(['m2']);
    expect(heard.of('g3')).toEqual([]);
  });
});
