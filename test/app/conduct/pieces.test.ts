import { describe, expect, it } from 'vitest';
import { createRules } from '../../../src/core/rules/index.js';
import { openStage } from '../../fakes/stage.js';
import { shippedTools } from '../../corpus/shipped.js';

const RULES = createRules({}, shippedTools());
const GROUP = {
  type: 'group',
  group: 'g1',
  name: '分会群',
  owner: 'u1',
  admins: ['u2'],
  bot: 'admin',
  members: ['u1', 'u2', 'u3', 'u4'].map((id) => ({ id, name: `校友${id}` })),
};

/** Messages so many seconds apart, as a replay file has them. */
function messages(seconds: number, lines: readonly (readonly [string, string])[]) {
  return lines.map(([from, text], index) => ({
    at: new Date(Date.parse('2026-09-14T19:00:10+08:00') + index * seconds * 1000).toISOString(),
    type: 'message',
    group: 'g1',
    from,
    id: `m${index}`,
    text,
  }));
}

async function play(seconds: number, lines: readonly (readonly [string, string])[]) {
  const stage = await openStage({ config: 'groups:\n  - id: g1\n    preset: plain\n', rules: RULES });
  await stage.play({ ...GROUP, at: '2026-09-14T19:00:00+08:00' });
  await stage.play(...messages(seconds, lines));
  const { cases, violations, reviews, byCategory } = await stage.finish();
  await stage.store.close();
  return { cases, violations, reviews, byCategory };
}

const NOTHING = { cases: 0, violations: 0, reviews: 0, byCategory: {} };

describe('an offence in pieces, over the whole app', () => {
  it.each([
    { name: 'nothing at all', seconds: 10, lines: [], want: NOTHING },
    {
      name: 'two messages: one case, for the owner to look at',
      seconds: 20,
      lines: [
        ['u3', '代开发'],
        ['u3', '票,点数低'],
      ],
      want: { cases: 1, violations: 0, reviews: 1, byCategory: { 'illegal-goods': 1 } },
    },
    {
      name: 'another member in between',
      seconds: 20,
      lines: [
        ['u3', '代开发'],
        ['u4', '晚上聚餐吗'],
        ['u3', '票,点数低'],
      ],
      want: { cases: 1, violations: 0, reviews: 1, byCategory: { 'illegal-goods': 1 } },
    },
    {
      name: 'halves of two members are two things',
      seconds: 20,
      lines: [
        ['u3', '代开发'],
        ['u4', '票,点数低'],
      ],
      want: NOTHING,
    },
    {
      name: 'half an hour later it is another matter',
      seconds: 1800,
      lines: [
        ['u3', '代开发'],
        ['u3', '票,点数低'],
      ],
      want: NOTHING,
    },
    {
      name: 'what was found is not found again with the next message',
      seconds: 20,
      lines: [
        ['u3', '代开发'],
        ['u3', '票,点数低'],
        ['u3', '大家晚上好'],
      ],
      want: { cases: 1, violations: 0, reviews: 1, byCategory: { 'illegal-goods': 1 } },
    },
  ] as const)('$name', async ({ seconds, lines, want }) => {
    expect(await play(seconds, lines)).toEqual(want);
  });
});
