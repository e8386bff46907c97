import type { Answer } from '../../core/model/answer.js';
import { type Member, shownName } from '../../core/model/member.js';
import { judge } from '../../core/policy/judge.js';
import { unlessDone } from '../at-once.js';
import { warnByHand } from '../by-hand.js';
import { missedText } from '../conduct/duplicates.js';
import { missedPicture } from '../conduct/pictures.js';
import { findingsOf } from '../moderate.js';
import { quotedAuthor, quotedMessage } from '../quoted.js';
import type { Call, Command } from './command.js';
import { warnedAnswer } from './warn.js';

/**
 * An offence that the bot did not see: quoting it says which; with 记过 it counts as a warning by hand. Its words are not kept: what
 * is written down is that something was missed, and of which kind.
 */
export const missed: Command = {
  names: ['漏判', 'missed'],
  least: 'admin',
  usage: '/漏判 [记过](引用那条消息)',
  summary: '我没看出来的一条违规',
  async run(call) {
    const { quote, desk, state, at, actorId } = call;
    if (quote === null) return { kind: 'quote-needed', usage: missed.usage };
    if (PICTURE.test(quote.text)) return ofPicture(call, await quotedAuthor(call, quote));
    const heard = await quotedMessage(call, quote);
    const seen = heard === null ? [] : findingsOf(desk.deps, heard, state.words);
    const data = {
      sender: heard?.senderId ?? null,
      digest: desk.deps.digest(quote.text),
      seen: judge(seen).category,
    };
    await desk.deps.store.audit({ at, actor: actorId, kind: 'missed', groupId: state.group.id, data });
    if (heard !== null) await missedText(desk.deps, heard, at);
    if (!/记过|警告/u.test(call.rest) || heard === null)
      return { kind: 'missed-noted', found: heard !== null, warned: null };
    return warned(call, heard.senderId);
  },
};

/** How platforms quote a picture. */
const PICTURE = /^\s*[[【]?(?:图片|image|photo)[\]】]?\s*$/iu;

async function ofPicture({ desk, state, at }: Call, author: Member | null): Promise<Answer> {
  const of = { groupId: state.group.id, memberId: author?.id ?? '', at };
  const found = author !== null && (await missedPicture(desk.deps, of));
  return { kind: 'missed-noted', found, warned: null };
}

async function warned(call: Call, memberId: string): Promise<Answer> {
  const member = await call.desk.deps.platforms.live.member(call.state.group.id, memberId);
  const person = { id: memberId, name: member === null ? memberId : shownName(member) };
  return unlessDone(call, { member: person, what: 'warning' }, async () => {
    const opened = await warnByHand(call, person, call.rest.replace(/记过|警告/u, '').trim());
    return opened === null ? { kind: 'protected', member: person } : warnedAnswer(call, opened, person);
  });
}
