import { describe, expect, it } from 'vitest';
import { isAtLeast, isExempt, mayPublish, responsible, roleOf } from '../../../src/core/policy/authority.js';
import { aGroup, NOW } from '../../builders/model.js';

const NOBODY = { staff: [], ownerId: null, adminIds: [], suspendedIds: [], exemptIds: [] };
const APPOINTED = { staff: ['u0'], ownerId: 'u9', adminIds: ['u8'], suspendedIds: [], exemptIds: ['u7'] };

describe('roleOf', () => {
  it.each([
    {
      name: 'nobody appointed, no group: a member',
      id: 'u1',
      group: null,
      appointed: NOBODY,
      want: 'member',
    },
    { name: 'the platform shows the owner', id: 'u1', group: aGroup(), appointed: NOBODY, want: 'owner' },
    {
      name: 'the platform shows an administrator',
      id: 'u2',
      group: aGroup(),
      appointed: NOBODY,
      want: 'admin',
    },
    { name: 'a configured administrator', id: 'u8', group: aGroup(), appointed: APPOINTED, want: 'admin' },
    { name: 'staff of the organisation', id: 'u0', group: aGroup(), appointed: APPOINTED, want: 'staff' },
    {
      name: 'the configured owner is none where the platform shows one',
      id: 'u9',
      group: aGroup(),
      appointed: APPOINTED,
      want: 'member',
    },
    {
      name: 'the configured owner where it shows none',
      id: 'u9',
      group: aGroup({ ownerId: null }),
      appointed: APPOINTED,
      want: 'owner',
    },
    {
      name: 'the configured owner where the bot itself owns the group',
      id: 'u9',
      group: aGroup({ ownerId: 'bot' }),
      appointed: APPOINTED,
      want: 'owner',
    },
    {
      name: 'an administrator whose rights are suspended',
      id: 'u8',
      group: aGroup(),
      appointed: { ...APPOINTED, suspendedIds: ['u8'] },
      want: 'member',
    },
    {
      name: 'an owner whose rights are suspended',
      id: 'u1',
      group: aGroup(),
      appointed: { ...APPOINTED, suspendedIds: ['u1'] },
      want: 'member',
    },
    {
      name: 'staff cannot be suspended in a group',
      id: 'u0',
      group: aGroup(),
      appointed: { ...APPOINTED, suspendedIds: ['u0'] },
      want: 'staff',
    },
    {
      name: 'a member who calls himself like the owner has no authority',
      id: '王建国',
      group: aGroup(),
      appointed: APPOINTED,
      want: 'member',
    },
    {
      name: 'an id that only looks like the owner’s',
      id: 'u1 ',
      group: aGroup(),
      appointed: APPOINTED,
      want: 'member',
    },
    { name: 'an empty id', id: '', group: aGroup({ ownerId: null }), appointed: NOBODY, want: 'member' },
  ])('$name', ({ id, group, appointed, want }) => {
    expect(roleOf(id, group, appointed)).toBe(want);
  });
});

describe('isAtLeast', () => {
  const ORDER = ['member', 'admin', 'owner', 'staff'] as const;
  it.each(ORDER.flatMap((role, a) => ORDER.map((least, b) => ({ role, least, want: a >= b }))))(
    '$role at least $least: $want',
    ({ role, least, want }) => {
      expect(isAtLeast(role, least)).toBe(want);
    },
  );
});

describe('isExempt', () => {
  it.each([
    { id: 'u5', want: false },
    { id: 'u1', want: true },
    { id: 'u2', want: true },
    { id: 'u8', want: true },
    { id: 'u0', want: true },
    { id: 'bot', want: true },
  ])('$id: $want', ({ id, want }) => {
    expect(isExempt(id, aGroup(), APPOINTED)).toBe(want);
  });

  it('of a group that is not known only those appointed are', () => {
    const ids = ['u0', 'u1', 'u5', 'u7', 'u8', 'u9', 'bot'];
    expect(ids.filter((id) => isExempt(id, null, APPOINTED))).toEqual(['u0', 'u7', 'u8', 'u9']);
  });
});

describe('responsible', () => {
  it.each([
    { name: 'nobody at all', group: null, appointed: NOBODY, want: null },
    { name: 'the owner', group: aGroup(), appointed: APPOINTED, want: 'u1' },
    {
      name: 'the bot itself owns the group: an administrator',
      group: aGroup({ ownerId: 'bot' }),
      appointed: NOBODY,
      want: 'u2',
    },
    {
      name: 'no owner known: an administrator',
      group: aGroup({ ownerId: null }),
      appointed: NOBODY,
      want: 'u2',
    },
    {
      name: 'no owner, no administrator: staff',
      group: aGroup({ ownerId: null, adminIds: [] }),
      appointed: { ...NOBODY, staff: ['u0'] },
      want: 'u0',
    },
    {
      name: 'the owner’s rights rest: an administrator',
      group: aGroup(),
      appointed: { ...NOBODY, suspendedIds: ['u1'] },
      want: 'u2',
    },
    {
      name: 'nobody’s rights count but the staff’s, which do not rest',
      group: aGroup(),
      appointed: { ...NOBODY, staff: ['u0'], suspendedIds: ['u0', 'u1', 'u2'] },
      want: 'u0',
    },
    {
      name: 'a group that is not known: whom the file names',
      group: null,
      appointed: { ...NOBODY, ownerId: 'u9' },
      want: 'u9',
    },
    {
      name: 'only the bot',
      group: aGroup({ ownerId: 'bot', adminIds: ['bot'] }),
      appointed: NOBODY,
      want: null,
    },
  ])('$name', ({ group, appointed, want }) => {
    expect(responsible(group, appointed)).toBe(want);
  });
});

describe('mayPublish', () => {
  const anything = { id: 'u5', subjects: [], until: null };
  const events = { id: 'u5', subjects: ['活动'], until: null };
  const branch = { level: 'branch', subject: '活动' } as const;
  const organisation = { level: 'organisation', subject: '活动' } as const;
  const unclear = { level: null, subject: null };

  it.each([
    { name: 'a member without rights', role: 'member', claim: unclear, publisher: null, want: false },
    { name: 'a member, branch', role: 'member', claim: branch, publisher: null, want: false },
    { name: 'an administrator, branch', role: 'admin', claim: branch, publisher: null, want: true },
    { name: 'the owner, level unclear', role: 'owner', claim: unclear, publisher: null, want: true },
    {
      name: 'the owner in the organisation’s name',
      role: 'owner',
      claim: organisation,
      publisher: null,
      want: false,
    },
    {
      name: 'staff in the organisation’s name',
      role: 'staff',
      claim: organisation,
      publisher: null,
      want: true,
    },
    {
      name: 'a publisher of anything, branch',
      role: 'member',
      claim: branch,
      publisher: anything,
      want: true,
    },
    {
      name: 'a publisher of anything, level unclear',
      role: 'member',
      claim: unclear,
      publisher: anything,
      want: true,
    },
    {
      name: 'a publisher in the organisation’s name',
      role: 'member',
      claim: organisation,
      publisher: anything,
      want: false,
    },
    { name: 'a publisher on his subject', role: 'member', claim: branch, publisher: events, want: true },
    {
      name: 'a publisher on one of two subjects',
      role: 'member',
      claim: branch,
      publisher: { ...events, subjects: ['公告', '活动'] },
      want: true,
    },
    {
      name: 'a publisher on a subject that has no other word',
      role: 'member',
      claim: { ...branch, subject: '自定的主题' },
      publisher: { ...events, subjects: ['自定的主题'] },
      want: true,
    },
    {
      name: 'a publisher on another subject',
      role: 'member',
      claim: { ...branch, subject: '公告' },
      publisher: events,
      want: false,
    },
    {
      name: 'a publisher on a subject of his own, none seen',
      role: 'member',
      claim: { ...branch, subject: null },
      publisher: { ...events, subjects: ['自定的主题'] },
      want: false,
    },
    {
      name: 'a publisher with subjects, none seen',
      role: 'member',
      claim: { ...branch, subject: null },
      publisher: events,
      want: false,
    },
    {
      name: 'a right that ends in a millisecond',
      role: 'member',
      claim: branch,
      publisher: { ...events, until: NOW + 1 },
      want: true,
    },
    {
      name: 'a right that ends exactly now',
      role: 'member',
      claim: branch,
      publisher: { ...events, until: NOW },
      want: false,
    },
  ] as const)('$name: $want', ({ role, claim, publisher, want }) => {
    expect(mayPublish({ role, publisher }, claim, NOW)).toBe(want);
  });
});
