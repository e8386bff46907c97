import type { About } from '../core/model/action.js';
import type { Outcome } from '../core/model/outcome.js';
import { isoWithOffset } from '../core/policy/daytime.js';
import type { Clock, Platform, Utterance } from '../ports.js';
import { createSteering, refused } from './steering.js';
import { mayRemove, type World } from './world.js';

/** One line of a transcript: what the bot did, in order of time. */
export interface TranscriptLine {
  readonly at: string;
  readonly type: 'say' | 'direct' | 'remove' | 'recall' | 'rename' | 'accept' | 'announce';
  readonly group: string | null;
  readonly to?: string | readonly string[];
  readonly text?: string;
  /** Names of a picture and a file that went with it. */
  readonly image?: string;
  readonly file?: string;
  /** The id of a recalled message. */
  readonly message?: string;
  readonly case?: number;
  readonly rule?: string;
  readonly category?: string;
}

export interface Simulation {
  readonly world: World;
  readonly clock: Clock;
  readonly timezone: (groupId: string | null) => string;
  readonly write: (line: TranscriptLine) => void;
}

const DONE: Outcome = { kind: 'done' };

/** A platform that obeys WeChat's rules over a world in memory, and writes down what the bot does. */
export function createSimulatedPlatform({ world, clock, timezone, write }: Simulation): Platform {
  const line = (type: TranscriptLine['type'], group: string | null, about: About | null): TranscriptLine => ({
    at: isoWithOffset(clock.now(), timezone(group)),
    type,
    group,
    ...(about === null ? {} : { case: about.caseId, rule: about.rule, category: about.category }),
  });
  const said = ({ text, attachments }: Utterance) => {
    const image = attachments.find(({ kind }) => kind === 'image')?.name;
    const file = attachments.find(({ kind }) => kind === 'file')?.name;
    return { text, ...(image === undefined ? {} : { image }), ...(file === undefined ? {} : { file }) };
  };
  return {
    say(groupId, utterance) {
      if (world.group(groupId) === null) return refused('gone', 'the bot is not in the group');
      const to = utterance.mentions.length === 0 ? {} : { to: utterance.mentions };
      write({ ...line('say', groupId, utterance.about), ...to, ...said(utterance) });
      return Promise.resolve(DONE);
    },
    direct(memberId, groupId, utterance) {
      write({ ...line('direct', groupId, utterance.about), to: memberId, ...said(utterance) });
      return Promise.resolve(DONE);
    },
    remove(groupId, memberId, about) {
      const group = world.group(groupId);
      if (group === null) return refused('gone', 'the bot is not in the group');
      if (world.member(groupId, memberId) === null) return Promise.resolve(DONE);
      if (!mayRemove(group.botRole, group, memberId))
        return refused('no-right', 'only an owner or administrator removes');
      world.leave(groupId, memberId);
      write({ ...line('remove', groupId, about), to: memberId });
      return Promise.resolve(DONE);
    },
    accept(_invitation, id) {
      write({ ...line('accept', null, null), to: id });
      return Promise.resolve(DONE);
    },
    ...createSteering({ world, line, write }),
    group: (groupId) => Promise.resolve(world.group(groupId)),
    members: (groupId) => Promise.resolve(world.members(groupId)),
    member: (groupId, memberId) => Promise.resolve(world.member(groupId, memberId)),
  };
}
