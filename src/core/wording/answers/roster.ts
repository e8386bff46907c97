import type { Person } from '../../model/action.js';
import type { PeopleAnswer } from '../../model/answers/people.js';
import { MEMBER_CLASSES, type RosterEntry } from '../../model/people.js';
import { CLASS_WORDS } from '../../roster/read.js';
import { nameOf } from '../mask.js';

type Of<Kind extends PeopleAnswer['kind']> = Extract<PeopleAnswer, { kind: Kind }>;

const MOST = 20;

export function previewText({ preview }: Of<'roster-preview'>): string {
  const { entries, before, difference, problems } = preview;
  const { added, removed, changed } = difference;
  const what =
    before === 0
      ? `共${entries.length}人`
      : `共${entries.length}人,比现在的名册:新增${added.length},去掉${removed.length},改动${changed.length}`;
  return [
    `名册预览:${what}。`,
    ...part('新增', before === 0 ? added.slice(0, 5) : added),
    ...part('去掉', removed),
    ...part('改动', changed),
    ...problems.slice(0, 10),
    '没有问题请在10分钟内回 /名册 确认。',
  ].join('\n');
}

function part(title: string, entries: readonly RosterEntry[]): readonly string[] {
  if (entries.length === 0) return [];
  const shown = entries.slice(0, MOST).map((entry) => entryText(entry, ''));
  return [`${title}:${shown.join('、')}${entries.length > MOST ? '…' : ''}`];
}

export function checkText({ check, several, phones }: Of<'roster-check'>): string {
  const { total, listed, matched, unverified, ambiguous, absent, external } = check;
  return [
    `本群${total}人,名册${listed}人,对上${matched}人。`,
    ...list(
      '未核实',
      unverified.map(({ name }) => nameOf(name)),
      '是本人的可用 /名册 核验 @人',
    ),
    ...list(
      '要看一看',
      ambiguous.map(
        ({ member, options }) =>
          `${nameOf(member.name)}(名册上:${options
            .slice(0, 3)
            .map((entry) => entryText(entry, ''))
            .join('或')})`,
      ),
    ),
    ...list(
      '在名册、不在群',
      absent.map((entry) => entryText(entry, phones ? entry.phone : '')),
    ),
    ...list(
      '外部联系人',
      external.map(({ name }) => nameOf(name)),
    ),
    ...list(
      '也在别的群',
      several.map(({ member, groups }) => `${nameOf(member.name)}(${groups.map(nameOf).join('、')})`),
    ),
  ].join('\n');
}

export function outsidersText(members: readonly Person[], total: number): string {
  if (members.length === 0) return `本群${total}人,没有记为外部的。记一位:/名册 类别 @人 外部`;
  const names = members.map(({ name }) => nameOf(name));
  return [`本群${total}人。`, ...list('外部联系人', names, '不是外部的:/名册 类别 @人 无')].join('');
}

function list(title: string, names: readonly string[], hint = ''): readonly string[] {
  if (names.length === 0) return [];
  const more = names.length > MOST ? `等${names.length}位` : '';
  const tail = hint === '' ? '' : `(${hint})`;
  return [`${title}${names.length}位:${names.slice(0, MOST).join('、')}${more}${tail}`];
}

function entryText({ name, major, year, department }: RosterEntry, phone: string): string {
  const rest = [department, `${major}${year === '' ? '' : `${year.slice(-2)}级`}`, phone].filter(
    (text) => text !== '',
  );
  return [nameOf(name), ...rest].join('-');
}

export function classedText({ member, memberClass }: Of<'classed'>): string {
  const word = memberClass === null ? '没有类别' : `记为${CLASS_WORDS[memberClass][0] ?? memberClass}`;
  return `${nameOf(member.name)} ${word}。`;
}

export function classesText(): string {
  return `类别请写:${MEMBER_CLASSES.map((one) => CLASS_WORDS[one][0] ?? one).join('、')},或者“无”。`;
}
