import { describe, expect, it } from 'vitest';
import type { NewNotice } from '../../src/ports/notices.js';
import { aCase, NOW } from './store-builders.js';
import type { StoreKind } from './store-kind.js';
import { openedStore } from './store-kind.js';

function aNotice(over: Partial<NewNotice> = {}): NewNotice {
  return {
    number: null,
    groupId: 'n1',
    caseId: null,
    level: 'branch',
    subject: '缴费',
    title: '会费通知',
    text: '请于3月10日前缴费',
    source: '秘书处',
    authorId: 'u5',
    at: NOW,
    validUntil: null,
    publishedAt: null,
    publishedBy: null,
    status: 'claimed',
    ...over,
  };
}

export function noticesContract(kind: StoreKind): void {
  describe('notices', () => {
    const store = openedStore(kind);
    const aCaseOf = async (over: Parameters<typeof aCase>[0] = {}) =>
      (await store().openCase(aCase({ groupId: 'n1', category: 'notice', ...over })))?.id ?? 0;

    it('has none in an empty database', async () => {
      expect(await store().publishedNotices()).toEqual([]);
      expect(await store().noticeById(1)).toBeNull();
      expect(await store().noticeByNumber('T-2026-001')).toBeNull();
      expect(await store().noticeOfCase(1)).toBeNull();
      expect(await store().draftOf('n1', 'u5')).toBeNull();
      expect(await store().publishedBetween('n1', 0, NOW)).toBe(0);
      expect(await store().moveNotice(1, ['claimed'], { status: 'published' })).toBe(false);
      expect(await store().noticeSteps(1)).toEqual([]);
    });

    it('keeps one as it was given, and finds it by its case', async () => {
      const caseId = await aCaseOf();
      const added = await store().addNotice(aNotice({ caseId, validUntil: NOW + 9 }));
      expect(added).toMatchObject(aNotice({ caseId, validUntil: NOW + 9 }));
      expect(await store().noticeById(added.id)).toEqual(added);
      expect(await store().noticeOfCase(caseId)).toEqual(added);
    });

    it('moves it once, with what changes by it', async () => {
      const { id } = await store().addNotice(aNotice());
      const published = {
        status: 'published',
        number: 'T-2026-901',
        publishedAt: NOW,
        publishedBy: 'bot',
      } as const;
      const moved = await Promise.all([1, 2].map(() => store().moveNotice(id, ['claimed'], published)));
      expect(moved.filter(Boolean)).toHaveLength(1);
      expect(await store().moveNotice(id, [], { status: 'rejected' })).toBe(false);
      expect(await store().noticeByNumber('T-2026-901')).toMatchObject({ id, ...published });
      expect(await store().publishedBetween('n1', NOW, NOW + 1)).toBe(1);
      expect(await store().publishedBetween('n1', NOW + 1, NOW + 2)).toBe(0);
      expect((await store().publishedNotices()).map((one) => one.id)).toContain(id);
    });

    it('two notices never bear one number', async () => {
      await store().addNotice(aNotice({ number: 'T-2026-902' }));
      await expect(store().addNotice(aNotice({ number: 'T-2026-902' }))).rejects.toThrow();
    });

    it('counts each year by itself, without a gap, whoever asks at once', async () => {
      expect(await store().nextNoticeCount(2031)).toBe(1);
      const more = await Promise.all([1, 2, 3].map(() => store().nextNoticeCount(2031)));
      expect(more.toSorted((a, b) => a - b)).toEqual([2, 3, 4]);
      expect(await store().nextNoticeCount(2032)).toBe(1);
    });

    it('the latest draft of an author in a group', async () => {
      await store().addNotice(aNotice({ status: 'draft', authorId: 'u8' }));
      const later = await store().addNotice(aNotice({ status: 'draft', authorId: 'u8', text: '改过' }));
      expect(await store().draftOf('n1', 'u8')).toEqual(later);
      expect(await store().draftOf('n2', 'u8')).toBeNull();
    });

    it('keeps every step in order; none is changed', async () => {
      const { id } = await store().addNotice(aNotice());
      const step = { noticeId: id, at: NOW, kind: 'submitted', actor: 'u5', about: '' } as const;
      await store().addNoticeStep(step);
      await store().addNoticeStep({ ...step, kind: 'asked', actor: 'bot', about: 'u1' });
      expect((await store().noticeSteps(id)).map(({ kind: done }) => done)).toEqual(['submitted', 'asked']);
    });

    it('what never became official is let go of with its case; what did, stays', async () => {
      const past = { at: NOW - 1, status: 'closed' } as const;
      const claim = await store().addNotice(aNotice({ caseId: await aCaseOf(past) }));
      const official = await store().addNotice(
        aNotice({ caseId: await aCaseOf(past), number: 'T-2026-903', status: 'published' }),
      );
      const draft = await store().addNotice(aNotice({ status: 'draft', at: NOW - 1, authorId: 'u9' }));
      await store().forgetEvidence('n1', NOW);
      expect(await store().noticeById(claim.id)).toMatchObject({ text: '', title: '', source: '' });
      expect(await store().noticeById(official.id)).toEqual(official);
      expect(await store().noticeById(draft.id)).toMatchObject({ text: '', status: 'lapsed' });
    });
  });
}
