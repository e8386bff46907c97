import type { NoticeView } from '../../core/model/answer/notices.js';
import type { Category } from '../../core/model/category.js';
import type { Answer } from '../../core/model/answer.js';
import { type Notice, parseNoticeNumber } from '../../core/model/notice.js';
import { factsOf } from '../../core/notice/facts.js';
import { fold } from '../../core/notice/compare.js';
import { judge } from '../../core/policy/judge.js';
import type { Call } from '../commands/command.js';
import { findingsOf } from '../moderate.js';

/**
 * `/核验`: whether a notice is genuine, for any member, by number or by its words (clause 4.4). A number is looked up wherever it was
 * given; words are compared with what the group and the organisation published.
 */
export async function verify(call: Call, typed: string): Promise<Answer> {
  const { store, published } = call.desk.deps;
  const number = parseNoticeNumber(typed);
  if (number !== null) {
    const notice = await store.noticeByNumber(number);
    return notice === null ? { kind: 'verified-unknown', number, looks: null } : asItStands(call, notice);
  }
  const group = await groupNamed(call, typed);
  if (group !== null) return group;
  const match = published.match(call.state.group.id, typed);
  const notice = match === null ? null : await store.noticeById(match.noticeId);
  if (match === null || notice === null || match.likeness.kind === 'other')
    return { kind: 'verified-unknown', number: null, looks: looksLike(call, typed) };
  if (match.likeness.kind === 'same') return asItStands(call, notice);
  const changes = match.likeness.kind === 'changed' ? match.likeness.changes : [];
  return { kind: 'verified-changed', notice: viewOf(call, notice), changes };
}

/** What the words are like by themselves. Nobody is judged by it: they are somebody else's. */
function looksLike({ desk, state, at, key }: Call, text: string): Category | null {
  const plain = { kind: 'text', title: null, url: null, file: null, mentions: [], quote: null } as const;
  const message = { id: key, groupId: state.group.id, senderId: '', at, text, ...plain };
  const seen = findingsOf(desk.deps, message, state.words).filter(({ category }) => category !== 'notice');
  const { kind, category } = judge(seen);
  return kind === 'violation' ? category : null;
}

const LONGEST_NAME = 40;

/** A group's official standing, by its name as the register has it (clauses 2.6, 4.4). Null: this is no group's name. */
async function groupNamed({ desk, state }: Call, typed: string): Promise<Answer | null> {
  if (typed.length > LONGEST_NAME || !/^[^\n]*群[^\n]{0,4}$/u.test(typed)) return null;
  const wanted = fold(typed);
  const form = (await desk.deps.store.forms()).find(({ name }) => fold(name) === wanted);
  const timezone = state.settings.digest.timezone;
  if (form === undefined) return { kind: 'verified-group', name: typed, standing: null, since: 0, timezone };
  const { name, standing, standingAt: since } = form;
  return { kind: 'verified-group', name, standing, since, timezone };
}

function asItStands(call: Call, notice: Notice): Answer {
  return { kind: 'verified', verdict: verdictOf(notice, call.at), notice: viewOf(call, notice) };
}

function verdictOf({ status, validUntil }: Notice, now: number): 'genuine' | 'expired' | 'withdrawn' {
  if (status !== 'published') return 'withdrawn';
  return validUntil !== null && validUntil <= now ? 'expired' : 'genuine';
}

function viewOf({ desk, state }: Call, notice: Notice): NoticeView {
  const { number, title, level, subject, publishedAt, validUntil, groupId, at } = notice;
  return {
    number: number ?? '',
    title,
    level,
    subject,
    groupName: desk.groups.get(groupId)?.group.name ?? '',
    publishedAt: publishedAt ?? at,
    validUntil,
    timezone: state.settings.digest.timezone,
    facts: factsOf(notice.text),
  };
}
