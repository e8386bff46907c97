import { describe, expect, it } from 'vitest';
import { mayPublish, publishingRefused } from '../../../src/core/policy/authority.js';
import { override } from '../../../src/core/policy/override.js';
import { addGrant, parseGrants, withGrants } from '../../../src/core/policy/publishers.js';
import { UNLISTED } from '../../../src/core/policy/settings.js';
import { NOW } from '../../builders/model.js';

const grant = { id: 'u5', subjects: ['活动'], until: null, revoked: false };

describe('why a notice is not somebody’s to give', () => {
  const member = { role: 'member', publisher: null } as const;
  const publisher = (over: { subjects?: readonly string[]; until?: number | null }) => ({
    role: 'member' as const,
    publisher: { id: 'u5', subjects: [], until: null, ...over },
  });
  const branch = { level: 'branch', subject: '活动' } as const;
  const whole = { level: 'organisation', subject: '活动' } as const;

  it.each([
    { name: 'a member, nothing read', author: member, claim: { level: null, subject: null }, want: 'none' },
    { name: 'a member', author: member, claim: branch, want: 'none' },
    { name: 'a member in the organisation’s name', author: member, claim: whole, want: 'none' },
    { name: 'a publisher of anything', author: publisher({}), claim: branch, want: null },
    { name: 'of this subject', author: publisher({ subjects: ['活动'] }), claim: branch, want: null },
    { name: 'of it by another word', author: publisher({ subjects: ['讲座'] }), claim: branch, want: null },
    { name: 'of another subject', author: publisher({ subjects: ['缴费'] }), claim: branch, want: 'subject' },
    { name: 'until a moment ago', author: publisher({ until: NOW }), claim: branch, want: 'expired' },
    { name: 'until a moment hence', author: publisher({ until: NOW + 1 }), claim: branch, want: null },
    { name: 'a publisher for the whole', author: publisher({}), claim: whole, want: 'organisation' },
    { name: 'an administrator', author: { role: 'admin', publisher: null }, claim: branch, want: null },
    {
      name: 'an owner for the whole',
      author: { role: 'owner', publisher: null },
      claim: whole,
      want: 'organisation',
    },
    { name: 'the staff for the whole', author: { role: 'staff', publisher: null }, claim: whole, want: null },
  ] as const)('$name: $want', ({ author, claim, want }) => {
    expect(publishingRefused(author, claim, NOW)).toBe(want);
    expect(mayPublish(author, claim, NOW)).toBe(want === null);
  });
});

describe('what was granted by command', () => {
  it.each([
    { name: 'nothing', value: '', want: null },
    { name: 'no list', value: '{}', want: null },
    {
      name: 'an unknown field',
      value: '[{"id":"u5","subjects":[],"until":null,"revoked":false,"x":1}]',
      want: null,
    },
    { name: 'an empty list', value: '[]', want: [] },
    { name: 'one', value: JSON.stringify([grant]), want: [grant] },
  ])('$name', ({ value, want }) => {
    expect(parseGrants(value)).toEqual(want);
  });

  it('lies over the file: a grant replaces it, a revocation ends it, others stay', () => {
    const file = [
      { id: 'u5', subjects: [], until: null },
      { id: 'u6', subjects: [], until: NOW },
    ];
    expect(withGrants(file, [])).toEqual(file);
    expect(withGrants(file, [grant])).toEqual([file[1], { id: 'u5', subjects: ['活动'], until: null }]);
    expect(withGrants(file, [{ ...grant, revoked: true }])).toEqual([file[1]]);
  });

  it('the last word about a person counts', () => {
    const revoked = { ...grant, revoked: true };
    expect(parseGrants(addGrant(addGrant(undefined, grant), revoked))).toEqual([revoked]);
    expect(parseGrants(addGrant('broken', grant))).toEqual([grant]);
  });
});

describe('settings of notices by command', () => {
  it.each([
    { key: 'notices.approvals', value: '2', want: { approvals: 2 } },
    { key: 'notices.approvals', value: '3', want: {} },
    { key: 'notices.deadline-hours', value: '6', want: { deadlineHours: 6 } },
    { key: 'notices.deadline-hours', value: '9999', want: {} },
    { key: 'notices.per-day', value: '1', want: { perDay: 1 } },
    { key: 'notices.per-day', value: '0', want: {} },
    { key: 'notices.deputy', value: 'u3', want: { deputyId: 'u3' } },
    { key: 'notices.deputy', value: '', want: {} },
  ])('$key $value', ({ key, value, want }) => {
    const { settings, warnings } = override(UNLISTED, { [key]: value });
    expect(settings.notices).toEqual({ ...UNLISTED.notices, ...want });
    expect(warnings).toHaveLength(Object.keys(want).length === 0 && value !== '' ? 1 : 0);
  });

  it('publishers that cannot be read are left out, with a warning', () => {
    const { settings, warnings } = override(UNLISTED, { publishers: 'x' });
    expect(settings.publishers).toEqual([]);
    expect(warnings).toHaveLength(1);
  });
});

describe('one more grant', () => {
  it.each([
    { name: 'to nothing', value: undefined, want: [grant] },
    { name: 'to what cannot be read', value: '{', want: [grant] },
    { name: 'to an empty list', value: '[]', want: [grant] },
    {
      name: 'to another person’s',
      value: JSON.stringify([{ ...grant, id: 'u6' }]),
      want: [{ ...grant, id: 'u6' }, grant],
    },
    {
      name: 'in place of an earlier one',
      value: JSON.stringify([{ ...grant, revoked: true }]),
      want: [grant],
    },
  ])('$name', ({ value, want }) => {
    expect(parseGrants(addGrant(value, grant))).toEqual(want);
  });
});
