import type { Answer } from '../../core/model/answer.js';
import { shownFormat } from '../../core/wording/card.js';
import { sentencesOf } from '../cards.js';
import type { GroupState } from '../groups.js';
import { apply } from '../people/admission.js';
import { banOf } from '../people/bans.js';
import type { Call, Command } from './command.js';

/** Admission (clause 1.10): in private, by anybody who has befriended the bot; an administrator decides. */
export const join: Command = {
  names: ['入群', 'join'],
  least: 'member',
  usage: '/入群 [群名] 名片',
  summary: '申请加入一个群(私聊)',
  place: 'any',
  async run(call) {
    if (call.inGroup) return { kind: 'admission-in-private' };
    const { chosen, card, open } = await choose(call);
    if (chosen === null) return { kind: 'admission-which', groups: open.map(({ group }) => group.name) };
    if ((await call.desk.deps.platforms.live.member(chosen.group.id, call.actorId)) !== null)
      return { kind: 'admission-inside', groupName: chosen.group.name };
    if (card === '') return ask(call, chosen);
    return take(call, chosen, card);
  },
};

interface Choice {
  readonly chosen: GroupState | null;
  readonly card: string;
  readonly open: readonly GroupState[];
}

/** The group named by id, by its place in the list that was shown, or by part of its name; else the only one. */
async function choose({ desk, rest }: Call): Promise<Choice> {
  const open = desk.groups.all().filter(({ introducedAt }) => introducedAt !== null);
  const [word = '', ...others] = rest.trim().split(/\s+/u);
  const byId = word.startsWith('id:') ? open.find(({ group }) => group.id === word.slice(3)) : undefined;
  const byNumber = /^[1-9]$/u.test(word) ? open[Number(word) - 1] : undefined;
  const byName =
    word.length >= 2 && !/[-—]/u.test(word) ? open.filter(({ group }) => group.name.includes(word)) : [];
  const named = byId ?? byNumber ?? (byName.length === 1 ? byName[0] : undefined);
  if (named !== undefined) return { chosen: named, card: others.join(' '), open };
  const [only] = open;
  return { chosen: open.length === 1 && only !== undefined ? only : null, card: rest.trim(), open };
}

/** The next line in private is taken for the card. */
function ask({ desk, actorId, at }: Call, { group, settings }: GroupState): Answer {
  desk.talk.expect(actorId, { command: 'join', prefix: `id:${group.id}`, at });
  return { kind: 'admission-ask', groupName: group.name, ...shownFormat(settings.card.template ?? '{name}') };
}

async function take(call: Call, chosen: GroupState, card: string): Promise<Answer> {
  const { desk, actorId, at } = call;
  const { deps } = desk;
  const { template, manner } = chosen.settings.card;
  const parsed = deps.card(template ?? '{name}', manner).parse(card);
  if (!parsed.ok) {
    desk.talk.expect(actorId, { command: 'join', prefix: `id:${chosen.group.id}`, at });
    const draft =
      parsed.suggestion === null ? deps.card(template ?? '{name}', manner).draft(card, null) : null;
    return { kind: 'admission-wrong', problems: sentencesOf(parsed), suggestion: parsed.suggestion, draft };
  }
  if ((await banOf(desk.deps.store, chosen.group.id, actorId)) !== null) return { kind: 'admission-refused' };
  const planned = await apply(desk.deps, chosen, { id: actorId, card, at });
  if (planned === null) return { kind: 'admission-refused' };
  desk.dispatch.add(planned);
  return { kind: 'admission-taken', groupName: chosen.group.name };
}
