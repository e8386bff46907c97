import { type Member, shownName } from '../core/model/member.js';
import type { Message, Quote } from '../core/model/message.js';
import type { Deps } from './deps.js';
import type { Call } from './commands/command.js';

type Place = Pick<Call, 'desk' | 'state'>;

/**
 * The message that a quotation means: the newest with its words, by whoever the quotation names. Platforms name the author by id or as
 * shown in the group. Null where it is too old, or where the words are of several members and none bears that name: nobody answers for
 * somebody else's words.
 */
export async function quotedMessage({ desk, state }: Place, quote: Quote): Promise<Message | null> {
  const same = desk.heard.of(state.group.id).filter(({ text }) => text === quote.text);
  if (same.length === 0) return null;
  const authors = await authorsOf({ desk, state }, quote);
  const meant = same.find(({ senderId }) => authors.some(({ id }) => id === senderId));
  if (meant !== undefined) return meant;
  const [newest = null] = same;
  return same.every(({ senderId }) => senderId === newest?.senderId) ? newest : null;
}

/** The member who wrote what is quoted; null where two bear the name and the words do not tell which, or nobody does. */
export async function quotedAuthor(place: Place, quote: Quote): Promise<Member | null> {
  const authors = await authorsOf(place, quote);
  const [only = null] = authors;
  if (only !== null && only.id === place.state.group.botId) return spokenTo(place, quote);
  if (authors.length <= 1) return only;
  const meant = await quotedMessage(place, quote);
  return authors.find(({ id }) => id === meant?.senderId) ?? null;
}

/** Who quotes the bot's own word to a member means that member. */
async function spokenTo({ desk, state }: Place, { text }: Quote): Promise<Member | null> {
  const members = await desk.deps.platforms.live.members(state.group.id);
  const meant = members.filter((one) => text.includes(`@${shownName(one)} `));
  return meant.length === 1 ? (meant[0] ?? null) : null;
}

function authorsOf({ desk, state }: Place, { from }: Quote): Promise<readonly Member[]> {
  return membersCalled(desk.deps, state.group.id, from);
}

/** Members who have this id, or are shown by this name; platforms name the author of a quotation by either. */
export async function membersCalled(
  { platforms }: Pick<Deps, 'platforms'>,
  groupId: string,
  from: string | null,
): Promise<readonly Member[]> {
  if (from === null || from === '') return [];
  const members = await platforms.live.members(groupId);
  return members.filter((one) => one.id === from || shownName(one) === from || one.name === from);
}
