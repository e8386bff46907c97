import type { CardResult } from '../core/card/card.js';
import type { Answer } from '../core/model/answer.js';
import { shownName } from '../core/model/member.js';
import { shownFormat } from '../core/wording/card.js';
import { sentencesOf } from './cards.js';
import type { Desk } from './commands/command.js';
import type { Deps } from './deps.js';
import type { GroupState } from './groups.js';
import { groupsOf } from './my-groups.js';
import { findCommand, type Request } from './request.js';

/** A card is a line, not a letter. */
const LONGEST = 60;

/**
 * Somebody sends the own card in private, as if the bot could put it up: told whether it is in order and where it is written. Null: the
 * line is no card, or the group has no format.
 */
export async function ownCard(
  deps: Deps,
  { settings, group }: GroupState,
  { line, actorId }: Pick<Request, 'line' | 'actorId'>,
): Promise<Answer | null> {
  const { template, manner } = settings.card;
  const card = line.trim();
  const result = readCard(deps, { settings }, card);
  if (template === null || result === null) return null;
  const member = await deps.platforms.live.member(group.id, actorId);
  return {
    kind: 'card-line',
    groupName: group.name,
    card,
    shown: member !== null && shownName(member) === card ? 'already' : 'not-yet',
    problems: sentencesOf(result),
    suggestion: result.suggestion,
    draft: result.ok || result.suggestion !== null ? null : deps.card(template, manner).draft(card, null),
    ...shownFormat(template),
  };
}

/** Whether a line in private is the card of one of the person's groups rather than words. */
export async function sendsCard(desk: Desk, { typed, line, actorId }: Request): Promise<boolean> {
  if (findCommand(typed.name) !== null) return false;
  const mine = await groupsOf(desk, actorId);
  return mine.some((state) => readCard(desk.deps, state, line.trim()) !== null);
}

/** Null: the line is no card, or the group has no format. */
function readCard(deps: Deps, { settings }: Pick<GroupState, 'settings'>, card: string): CardResult | null {
  const { template, manner } = settings.card;
  if (template === null || card.length > LONGEST || /[\n。?!?!]/u.test(card)) return null;
  const result = deps.card(template, manner).parse(card);
  return isCard(result) ? result : null;
}

/** A name alone, or words that happen to name a city, are none. */
function isCard({ fields, problems }: CardResult): boolean {
  const found = Object.keys(fields).length;
  return found >= 3 || (found === 2 && !problems.some(({ code }) => code === 'extra'));
}
