import { describe, expect, it } from 'vitest';
import { joinedTold } from '../../../src/core/policy/joined.js';
import { AUTHOR, OWNER } from '../../builders/model.js';

const told = (category: 'fraud' | 'advertising') => ({
  groupId: 'g1',
  about: { caseId: 7, rule: 'prohibited', category },
  member: AUTHOR,
  groupName: '分会群',
  terms: ['刷单'],
  score: 0.9,
});

describe('a further offence of somebody whose removal is asked about', () => {
  it.each([
    { name: 'the first', joined: 0, count: 1 },
    { name: 'the second: nothing', joined: 1, count: null },
    { name: 'the fourth: nothing', joined: 3, count: null },
    { name: 'the fifth', joined: 4, count: 5 },
    { name: 'the sixth: nothing', joined: 5, count: null },
    { name: 'the tenth', joined: 9, count: 10 },
  ])('$name', ({ joined, count }) => {
    const { groupId, about, ...rest } = told('fraud');
    const want = {
      kind: 'tell',
      groupId,
      to: OWNER,
      mentions: [],
      about,
      urgency: 'at-once',
      audience: 'moderation',
      telling: { kind: 'joined', caseId: 3, about, ...rest, count },
    };
    expect(joinedTold({ caseId: 3, joined }, OWNER, told('fraud'))).toEqual(count === null ? [] : [want]);
  });

  it('what is not severe waits for the day', () => {
    expect(joinedTold({ caseId: 3, joined: 0 }, OWNER, told('advertising'))).toMatchObject([
      { urgency: 'daytime' },
    ]);
  });
});
