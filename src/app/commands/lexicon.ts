import type { Answer } from '../../core/model/answer.js';
import type { Case } from '../../core/model/case.js';
import { CONTENT_CATEGORIES, type ContentCategory } from '../../core/model/category.js';
import { shownName } from '../../core/model/member.js';
import type { OwnWord } from '../../core/model/own-word.js';
import { categoryOfName } from '../../core/wording/category-words.js';
import { overturnCase } from '../answer-case.js';
import type { Task } from '../codes.js';
import { askForCode, CODE_SECONDS } from './by-code.js';
import type { Call, Command } from './command.js';

/** So many words of its own a group may have. */
const MOST = 500;
/** Cases that are looked through for those that rest on a word. */
const LOOKED_THROUGH = 500;

/**
 * The group's own words and exceptions. A word is asked what harm it would do and tried on what was said lately before it counts;
 * one that is taken back names the cases that rest on it.
 */
export const lexicon: Command = {
  names: ['词库', 'lexicon'],
  least: 'owner',
  usage: '/词库 加 词 [类别] | 加例外 词 | 删 词 | 试 词 | 列',
  summary: '本群自己的词和例外',
  async run(call) {
    const [verb = '', word = '', kind = ''] = call.rest.split(/\s+/u).filter((one) => one !== '');
    if (word === '' || verb === '列') return listOf(call);
    switch (verb) {
      case '加':
        return add(call, { word, kind: 'word', category: categoryOf(kind) });
      case '加例外':
      case '例外':
        return add(call, { word, kind: 'exception', category: 'advertising' });
      case '试':
        return { kind: 'word-tried', word, ...(await trial(call, word)) };
      case '删':
        return drop(call, word);
      default:
        return { kind: 'usage', usage: lexicon.usage };
    }
  },
};

function categoryOf(typed: string): ContentCategory | null {
  if (typed === '') return 'advertising';
  const named = categoryOfName(typed);
  return CONTENT_CATEGORIES.find((one) => one === named) ?? null;
}

function listOf({ state }: Call): Answer {
  return { kind: 'own-words', words: state.words.words };
}

/** What the word would have hit of what was said lately, and why it would do harm. */
async function trial(
  call: Call,
  word: string,
): Promise<{
  readonly problem: string | null;
  readonly heard: number;
  readonly hits: number;
  readonly people: number;
}> {
  const { desk, state } = call;
  const members = await desk.deps.platforms.live.members(state.group.id);
  const scan = desk.deps.words.compile([word]);
  const heard = desk.heard.of(state.group.id).filter(({ id }) => id !== call.key);
  const hit = heard.filter(({ text }) => scan(text).length > 0);
  return {
    problem: desk.deps.words.problem(word, members.map(shownName)),
    heard: heard.length,
    hits: hit.length,
    people: new Set(hit.map(({ senderId }) => senderId)).size,
  };
}

/** An exception that was offered and accepted. */
export function addException(call: Call, word: string): Promise<Answer> {
  return add(call, { word, kind: 'exception', category: 'advertising' });
}

interface Wanted {
  readonly word: string;
  readonly kind: OwnWord['kind'];
  readonly category: ContentCategory | null;
}

async function add(call: Call, { word, kind, category }: Wanted): Promise<Answer> {
  if (category === null) return { kind: 'usage', usage: '/词库 加 词 推销' };
  const { state } = call;
  if (state.words.words.length >= MOST) return { kind: 'words-full', most: MOST };
  const tried = await trial(call, word);
  // An exception may be an ordinary word: that is what it is for.
  if (tried.problem !== null && kind === 'word')
    return { kind: 'word-refused', word, problem: tried.problem };
  await change(call, { kind: 'word-added', word }, (records) =>
    records.putOwnWord(state.group.id, { word, kind, category, by: call.actorId, at: call.at }),
  );
  return { kind: 'word-added', word, exception: kind === 'exception', category, ...tried };
}

type Records = Parameters<Parameters<Call['desk']['deps']['store']['transaction']>[0]>[0];

async function change(
  { desk, state, at, actorId }: Call,
  audit: { readonly kind: string; readonly word: string },
  work: (records: Records) => Promise<unknown>,
): Promise<void> {
  await desk.deps.store.transaction(async (records) => {
    await work(records);
    const data = { word: desk.deps.digest(audit.word).slice(0, 16) };
    await records.audit({ at, actor: actorId, kind: audit.kind, groupId: state.group.id, data });
  });
  await desk.groups.reload(state);
}

/** The word goes; the cases that rest on it are named, and can be reversed together by a code. */
async function drop(call: Call, word: string): Promise<Answer> {
  const { state } = call;
  if (!state.words.words.some((one) => one.word === word)) return { kind: 'no-word', word };
  const cases = await restingOn(call, word);
  await change(call, { kind: 'word-dropped', word }, (records) => records.dropOwnWord(state.group.id, word));
  const code = cases.length === 0 ? null : askForCode(call, { kind: 'reverse-word', word });
  const timezone = state.settings.digest.timezone;
  return { kind: 'word-dropped', word, cases, timezone, code, seconds: CODE_SECONDS };
}

/** Cases not yet reversed whose only ground is this word. */
async function restingOn({ desk, state }: Call, word: string): Promise<readonly Case[]> {
  const all = await desk.deps.store.casesBetween(state.group.id, 0, Infinity);
  return all
    .slice(-LOOKED_THROUGH)
    .filter(
      ({ status, findings }) => status !== 'overturned' && findings.length > 0 && restsOn(findings, word),
    );
}

function restsOn(findings: Case['findings'], word: string): boolean {
  return findings.every(
    ({ rule, evidence }) => rule === 'own-word' && evidence.every(({ term }) => term === word),
  );
}

/** Reverses every case that rests on a word that was taken back. */
export async function wordReversed(
  call: Call,
  { word }: Extract<Task, { kind: 'reverse-word' }>,
): Promise<Answer> {
  let reversed = 0;
  for (const one of await restingOn(call, word)) {
    if ((await overturnCase(call, one, `词库删去“${word}”`)) !== null) reversed += 1;
  }
  return { kind: 'word-reversed', word, cases: reversed };
}
