import { describe, expect, it } from 'vitest';
import { actionsAbout } from '../../../bot/wording/examples/actions.js';
import type { Incident, IncidentKind } from '../../../src/core/model/incident.js';
import {
  aboutCase,
  dangerActions,
  dangerTold,
  duringIncident,
  guidance,
  incidentReaders,
  incidentTold,
  isDanger,
  isOvertaken,
} from '../../../src/core/policy/incident-actions.js';
import { invitationActions } from '../../../src/core/policy/invitation.js';
import { kindNote } from '../../../src/core/policy/kind-note.js';
import { changesAtLogin } from '../../../src/core/policy/contact-id.js';
import { aCase } from '../../contract/store-builders.js';
import { aFinding, aStanding, AUTHOR, NOW, OWNER, STAFF } from '../../builders/model.js';

const incident = (kind: IncidentKind, closedAt: number | null = null): Incident => ({
  id: 1,
  groupId: 'g1',
  kind,
  openedAt: NOW,
  lastAt: NOW,
  closedAt,
  timeline: [],
  members: 2,
  caseId: null,
});
const about = { caseId: 7, rule: 'unsafe-link', category: 'unsafe-link' } as const;
const REMOVAL = {
  kind: 'remove',
  groupId: 'g1',
  about,
  member: AUTHOR,
  terms: [],
  score: 1,
  strikes: 1,
  days: null,
  owner: null,
  decidedBy: 'bot',
} as const;
const SCENE = { groupName: '分会群', timezone: 'Asia/Shanghai' };

describe('while an incident lasts', () => {
  it('nothing planned: nothing done', () => {
    expect(duringIncident([])).toEqual([]);
  });

  it('only removals and recalls go on; what speaks to single persons is overtaken', () => {
    const kinds = new Set(
      actionsAbout('advertising')
        .filter(isOvertaken)
        .map(({ kind }) => kind),
    );
    expect([...kinds].toSorted()).toEqual([
      'alert',
      'card-note',
      'removal-notice',
      'removal-report',
      'request',
      'warn',
    ]);
    const recall = { kind: 'recall', groupId: 'g1', messageId: 'm1', about, sender: AUTHOR } as const;
    expect(duringIncident([...actionsAbout('advertising'), recall, REMOVAL])).toEqual([recall, REMOVAL]);
    expect(isOvertaken(recall)).toBe(false);
  });
});

describe('a danger that is an incident of its own', () => {
  it.each([
    { name: 'no findings', category: 'unsafe-link', findings: [], want: false },
    {
      name: 'certain',
      category: 'unsafe-link',
      findings: [aFinding({ category: 'unsafe-link' })],
      want: true,
    },
    {
      name: 'suspected',
      category: 'unsafe-link',
      findings: [aFinding({ category: 'unsafe-link', certainty: 'suspected' })],
      want: false,
    },
    { name: 'certain of something else', category: 'unsafe-link', findings: [aFinding()], want: false },
    { name: 'an advertisement', category: 'advertising', findings: [aFinding()], want: false },
  ] as const)('$name: $want', ({ category, findings, want }) => {
    expect(isDanger(category, findings)).toBe(want);
  });

  it.each([
    { name: 'a member', over: {}, messageId: 'm1', want: ['alert u0', 'recall'] },
    { name: 'no message', over: {}, messageId: null, want: ['alert u0'] },
    { name: 'nobody on the staff', over: { staff: [] }, messageId: 'm1', want: ['recall'] },
    {
      name: 'the staff answers for the group',
      over: { responsible: STAFF },
      messageId: 'm1',
      want: ['recall'],
    },
    { name: 'an exempt person', over: { exempt: true }, messageId: 'm1', want: ['recall'] },
    {
      name: 'nobody answers for the group',
      over: { responsible: null },
      messageId: null,
      want: ['alert u0'],
    },
  ])('beside the question to the owner: $name', ({ over, messageId, want }) => {
    const standing = aStanding({ staff: [STAFF], ...over });
    const actions = dangerActions({ standing, about, messageId, score: 0.95 });
    expect(actions.map((one) => (one.kind === 'alert' ? `alert ${one.to.id}` : one.kind))).toEqual(want);
    for (const one of actions) expect(one).toMatchObject({ groupId: standing.groupId, about });
    // No words of it: they may be the trap.
    for (const one of actions)
      if (one.kind === 'alert') expect(one).toMatchObject({ terms: [], score: 0.95 });
  });

  it.each([
    { recalled: 'recalled', mentions: [], gone: true },
    { recalled: 'still-there', mentions: [AUTHOR], gone: false },
  ] as const)('the group’s word, $recalled', ({ recalled, mentions, gone }) => {
    expect(dangerTold({ groupId: 'g1', about, sender: AUTHOR }, recalled)).toEqual({
      kind: 'tell',
      groupId: 'g1',
      to: null,
      mentions,
      about,
      urgency: 'at-once',
      audience: 'moderation',
      telling: { kind: 'danger', recalled: gone, caseId: 7 },
    });
  });
});

describe('who hears of it', () => {
  it.each([
    { name: 'nobody there', responsible: null, staff: [], want: [] },
    { name: 'the owner', responsible: OWNER, staff: [], want: ['u1'] },
    { name: 'owner and staff', responsible: OWNER, staff: [STAFF], want: ['u1', 'u0'] },
    { name: 'one who is both, once', responsible: STAFF, staff: [STAFF], want: ['u0'] },
  ])('$name', ({ responsible, staff, want }) => {
    expect(incidentReaders(responsible, staff).map(({ id }) => id)).toEqual(want);
  });

  it('its beginning at once, its end by day', () => {
    expect(incidentTold(incident('raid'), [], SCENE)).toEqual([]);
    const of = { groupId: 'g1', to: OWNER, mentions: [], about: null, audience: 'moderation' };
    expect(incidentTold(incident('raid'), [OWNER], SCENE)).toEqual([
      {
        kind: 'tell',
        ...of,
        urgency: 'at-once',
        telling: { kind: 'incident', incident: incident('raid'), ...SCENE },
      },
    ]);
    expect(incidentTold(incident('raid', NOW), [OWNER], SCENE)).toMatchObject([{ urgency: 'daytime' }]);
  });

  it.each([
    ['raid', 'raid'],
    ['mass-advertising', 'mass-advertising'],
    ['unsafe-link', null],
    ['stolen-account', null],
    ['fee-scam', null],
    ['changed-notice', null],
  ] as const)('%s: guidance to the group %s', (kind, told) => {
    const of = {
      groupId: 'g1',
      to: null,
      mentions: [],
      about: null,
      audience: 'moderation',
      urgency: 'at-once',
    };
    const want =
      told === null ? [] : [{ kind: 'tell', ...of, telling: { kind: 'guidance', incident: told } }];
    expect(guidance(incident(kind))).toEqual(want);
  });

  it('many unsafe links: the group hears of it', () => {
    const timeline = [{ mark: 'reviews', count: 8, from: NOW, to: NOW }] as const;
    expect(guidance({ ...incident('unsafe-link'), timeline, members: 4 })).toMatchObject([
      { kind: 'tell', to: null, telling: { kind: 'guidance', incident: 'unsafe-link' } },
    ]);
  });
});

describe('an invitation to a group that nobody registered', () => {
  const told = { groupId: 'g1', about, member: AUTHOR, terms: ['校友群'], score: 0.6, groupName: '分会群' };
  it.each([
    { name: 'nobody there', staff: [], responsible: null, asked: [], staffed: false },
    { name: 'only an owner', staff: [], responsible: OWNER, asked: [OWNER], staffed: false },
    { name: 'the organisation', staff: [STAFF], responsible: OWNER, asked: [STAFF], staffed: true },
  ])('$name', ({ staff, responsible, asked, staffed }) => {
    const of = { groupId: 'g1', to: null, mentions: [], about, urgency: 'daytime', audience: 'moderation' };
    expect(invitationActions({ staff, responsible }, told)).toEqual([
      { kind: 'tell', ...of, telling: { kind: 'invitation-note', names: ['校友群'], staffed } },
      ...asked.map((to) => ({ kind: 'request', to, ask: 'review', leadsTo: 'none', ...told })),
    ]);
  });
});

describe('a kind word', () => {
  const note = (category: 'flood' | 'quiet-hours' | 'off-topic' | 'insult', term: string) => {
    const evidence = term === '' ? [] : [{ start: 0, end: 0, text: '', term }];
    const findings = [aFinding({ category: 'advertising' }), aFinding({ category, evidence })];
    return kindNote({ groupId: 'g1', about: { caseId: 7, rule: 'x', category }, member: AUTHOR, findings });
  };
  it.each([
    { category: 'flood', term: '', telling: { kind: 'slow-down', reason: 'burst' } },
    { category: 'flood', term: 'repeat', telling: { kind: 'slow-down', reason: 'repeat' } },
    { category: 'flood', term: 'mentions', telling: { kind: 'slow-down', reason: 'mentions' } },
    { category: 'flood', term: 'crash', telling: { kind: 'slow-down', reason: 'crash' } },
    { category: 'flood', term: 'system-line', telling: { kind: 'slow-down', reason: 'system-line' } },
    { category: 'quiet-hours', term: '', telling: { kind: 'rest-hours', hours: '' } },
    {
      category: 'quiet-hours',
      term: 'rest 12:00-14:00',
      telling: { kind: 'rest-hours', hours: '12:00-14:00' },
    },
    { category: 'quiet-hours', term: 'off-work 18:00', telling: { kind: 'off-work', hours: '18:00' } },
    { category: 'quiet-hours', term: 'pause', telling: { kind: 'pausing' } },
    { category: 'off-topic', term: '', telling: { kind: 'work-only', what: 'chatter' } },
    { category: 'off-topic', term: 'links', telling: { kind: 'work-only', what: 'links' } },
    { category: 'off-topic', term: 'articles', telling: { kind: 'work-only', what: 'articles' } },
    { category: 'off-topic', term: 'images', telling: { kind: 'work-only', what: 'images' } },
  ] as const)('$category “$term”', ({ category, term, telling }) => {
    const of = { groupId: 'g1', to: null, mentions: [AUTHOR], urgency: 'daytime', audience: 'moderation' };
    expect(note(category, term)).toEqual([
      { kind: 'tell', ...of, about: { caseId: 7, rule: 'x', category }, telling: { ...telling, caseId: 7 } },
    ]);
  });

  it('of an insult there is none', () => {
    expect(note('insult', '傻')).toEqual([]);
  });
});

it.each([
  { id: '', want: false },
  { id: 'wxid_1', want: false },
  { id: '@3f2a', want: true },
  { id: '@@3f2a', want: true },
  { id: 'x@chatroom', want: false },
  { id: '@1@chatroom', want: false },
])('the id “$id” changes at login: $want', ({ id, want }) => {
  expect(changesAtLogin(id)).toBe(want);
});

describe('what an action of a case is about', () => {
  const of = { id: 7, category: 'advertising' } as const;
  it.each([
    { name: 'no findings: by hand', findings: [], want: 'manual' },
    { name: 'the rule that found it', findings: [aFinding({ rule: 'words' })], want: 'words' },
    {
      name: 'not the rule that found something else',
      findings: [aFinding({ rule: 'other', category: 'fraud' }), aFinding({ rule: 'words' })],
      want: 'words',
    },
  ])('$name', ({ findings, want }) => {
    expect(aboutCase({ ...aCase({ findings }), ...of })).toEqual({
      caseId: 7,
      rule: want,
      category: 'advertising',
    });
  });
});
