import { describe, expect, it } from 'vitest';
import { createOutbox } from '../../src/app/outbox.js';
import type { Action, PlannedAction } from '../../src/core/model/action.js';
import { MINUTE } from '../../src/core/model/instant.js';
import { AUTHOR, NOW, OWNER } from '../builders/model.js';

const about = { caseId: 1, rule: 'words', category: 'fraud' } as const;
const warn: Action = {
  kind: 'warn',
  groupId: 'g1',
  member: AUTHOR,
  about,
  step: 'warning',
  terms: [],
  count: 1,
  beforeRemoval: false,
  heldSince: null,
  timezone: 'Asia/Shanghai',
};
const alert: Action = {
  kind: 'alert',
  groupId: 'g1',
  member: AUTHOR,
  about,
  to: OWNER,
  terms: [],
  score: 1,
  groupName: '',
};
const report: Action = {
  kind: 'removal-report',
  groupId: 'g1',
  member: AUTHOR,
  about,
  to: OWNER,
  strikes: 1,
  days: 90,
};
const reply: Action = { kind: 'reply', groupId: 'g1', to: OWNER, caseId: null, answer: { kind: 'no-group' } };

function planned(id: number, action: Action, over: Partial<PlannedAction> = {}): PlannedAction {
  return { id, caseId: null, groupId: 'g1', stage: 'live', dueAt: NOW, action, ...over };
}

describe('the outbox', () => {
  it('empty: nothing due, nothing to take', () => {
    const outbox = createOutbox();
    expect([outbox.nextDue(), outbox.take(NOW), outbox.size()]).toEqual([Infinity, null, 0]);
  });

  it('answers first, then what the owner should know, then the rest in order', () => {
    const outbox = createOutbox();
    outbox.add([planned(1, warn), planned(2, alert), planned(3, reply), planned(4, warn)]);
    expect([1, 2, 3, 4].map(() => outbox.take(NOW)?.id)).toEqual([3, 2, 1, 4]);
  });

  it('nothing before its time', () => {
    const outbox = createOutbox();
    outbox.add([planned(1, warn, { dueAt: NOW + 1 })]);
    expect([outbox.nextDue(), outbox.take(NOW), outbox.take(NOW + 1)?.id]).toEqual([NOW + 1, null, 1]);
  });

  it('what is dropped is not done', () => {
    const outbox = createOutbox();
    outbox.add([planned(1, warn), planned(2, warn)]);
    outbox.drop([1]);
    expect([outbox.take(NOW)?.id, outbox.take(NOW)]).toEqual([2, null]);
  });

  it('a line waits for the pace; what nobody hears does not', () => {
    const outbox = createOutbox();
    outbox.sent(warn, NOW);
    outbox.add([planned(1, warn), planned(2, warn, { stage: 'shadow' })]);
    expect(outbox.take(NOW)?.id).toBe(2);
    expect(outbox.take(NOW + 999)).toBeNull();
    expect(outbox.nextDue()).toBe(NOW + 1000);
    expect(outbox.take(NOW + 1000)?.id).toBe(1);
  });

  it('lines to one target keep their order, whatever was said in between', () => {
    const outbox = createOutbox();
    outbox.sent(warn, NOW);
    outbox.add(Array.from({ length: 30 }, (_, id) => planned(id + 1, id % 3 === 0 ? warn : report)));
    const order: { target: string; id: number }[] = [];
    for (let at = outbox.nextDue(); at < Infinity; at = outbox.nextDue()) {
      const next = outbox.take(at);
      // What is due is there to be taken: a replay would wait for ever.
      expect(next).not.toBeNull();
      if (next === null) break;
      outbox.sent(next.action, at);
      order.push({ target: next.action.kind, id: next.id });
    }
    for (const target of ['warn', 'removal-report']) {
      const ids = order.filter((one) => one.target === target).map((one) => one.id);
      expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    }
    expect(order).toHaveLength(30);
  });

  it('a hundred lines keep to forty a minute', () => {
    const outbox = createOutbox();
    outbox.add(Array.from({ length: 100 }, (_, id) => planned(id + 1, warn)));
    const sent: number[] = [];
    for (let at = outbox.nextDue(); at < Infinity; at = outbox.nextDue()) {
      const next = outbox.take(at);
      if (next === null) break;
      outbox.sent(next.action, at);
      sent.push(at);
    }
    expect(sent).toHaveLength(100);
    for (const [index, at] of sent.entries()) {
      const nth = sent[index - 40];
      if (nth !== undefined) expect(at - nth).toBeGreaterThanOrEqual(MINUTE);
    }
  });
});
