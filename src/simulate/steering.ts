import type { About } from '../core/model/action.js';
import type { Outcome, Refusal } from '../core/model/outcome.js';
import type { Platform } from '../ports.js';
import type { TranscriptLine } from './platform.js';
import type { World } from './world.js';

const DONE: Outcome = { kind: 'done' };

interface Wheel {
  readonly world: World;
  readonly line: (type: TranscriptLine['type'], group: string | null, about: About | null) => TranscriptLine;
  readonly write: (line: TranscriptLine) => void;
}

/** What changes a group rather than speaks in it, under WeChat's rules. */
export function createSteering({
  world,
  line,
  write,
}: Wheel): Pick<Platform, 'recall' | 'rename' | 'announce' | 'invite' | 'report'> {
  return {
    recall(groupId, messageId, about) {
      if (world.groupOf(messageId) !== groupId) return refused('gone', 'no such message in the group');
      if (!world.mayRecall(groupId)) return refused('unsupported', 'nobody recalls the messages of others');
      write({ ...line('recall', groupId, about), message: messageId });
      return Promise.resolve(DONE);
    },
    rename(groupId, name) {
      const group = world.group(groupId);
      if (group === null) return refused('gone', 'the bot is not in the group');
      if (group.botRole === 'member') return refused('no-right', 'only an owner or administrator renames');
      world.change(groupId, { name });
      write({ ...line('rename', groupId, null), text: name });
      return Promise.resolve(DONE);
    },
    announce(groupId, text) {
      const group = world.group(groupId);
      if (group === null) return refused('gone', 'the bot is not in the group');
      if (group.botRole === 'member') return refused('no-right', 'only an owner or administrator announces');
      write({ ...line('announce', groupId, null), text });
      return Promise.resolve(DONE);
    },
    report(text) {
      write({ ...line('direct', null, null), to: 'webhook', text });
      return Promise.resolve(DONE);
    },
    invite(groupId, memberId) {
      if (world.group(groupId) === null) return refused('gone', 'the bot is not in the group');
      write({ ...line('accept', groupId, null), to: memberId });
      return Promise.resolve(DONE);
    },
  };
}

export function refused(reason: Refusal, detail: string): Promise<Outcome> {
  return Promise.resolve({ kind: 'refused', reason, detail });
}
