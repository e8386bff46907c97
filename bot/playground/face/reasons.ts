import type { About } from '../../../src/core/model/action.js';
import type { Outcome, Refusal } from '../../../src/core/model/outcome.js';
import type { CaseStatus } from '../../../src/core/model/case.js';
import type { Platform, Store } from '../../../src/ports.js';
import { caseLine, STATUS } from './case-line.js';

const REFUSED: Readonly<Record<Refusal, string>> = {
  'no-right': '平台不允许',
  gone: '对方不在了',
  unsupported: '平台做不到',
  failed: '平台没有回应',
  brake: '今天移出的人到了上限',
  'cut-off': '平台限制了发言',
  offline: '连接断了',
  late: '过了太久,不再说了',
};

/** Who gave a command, and its words. */
export interface Commanded {
  readonly actorId: string;
  readonly text: string;
}

/** Why the bot says or does something, told under it in one line. Reads the store; changes nothing. */
export class Reasons {
  private store: Store | null = null;
  private command: Commanded | null = null;
  private last: number | null = null;
  private readonly next = new Map<string, string>();
  private readonly told = new Map<number, CaseStatus>();
  private readonly failed: (text: string) => void;

  /** `failed` hears of what the platform refused. */
  constructor(failed: (text: string) => void) {
    this.failed = failed;
  }

  /** From here on cases can be looked up. */
  open(store: Store): void {
    this.store = store;
  }

  /** Somebody gave a command: what the bot answers is the answer to it. Null: nobody did. */
  commanded(command: Commanded | null): void {
    this.command = command;
  }

  /** The case that the bot spoke of last. */
  get lastCase(): number | null {
    return this.last;
  }

  /** Lays itself around the platform to know what each thing is about. */
  around(platform: Platform): Platform {
    return {
      ...platform,
      say: (groupId, said) => this.watched(groupId, said.about, () => platform.say(groupId, said)),
      direct: (memberId, groupId, said) =>
        this.watched(memberId, said.about, () => platform.direct(memberId, groupId, said)),
      remove: (groupId, memberId, about) =>
        this.watched(groupId, about, () => platform.remove(groupId, memberId, about)),
    };
  }

  /** The reason of what the bot just did to a room or person; null where there is none to tell. */
  take(target: string): string | null {
    const reason = this.next.get(target) ?? null;
    this.next.delete(target);
    return reason;
  }

  /** A case that nobody was told of, or not yet. Null where the member has no new one. */
  async silent(groupId: string, memberId: string): Promise<string | null> {
    const [newest] = (await this.store?.casesOf(groupId, memberId, 1)) ?? [];
    if (newest === undefined || this.told.has(newest.id)) return null;
    this.told.set(newest.id, newest.status);
    return `记下:${caseLine(newest)}`;
  }

  private async watched(
    target: string,
    about: About | null,
    perform: () => Promise<Outcome>,
  ): Promise<Outcome> {
    const reason = about === null ? this.withoutCase(target) : await this.ofCase(about);
    this.next.set(target, reason);
    const outcome = await perform();
    if (outcome.kind === 'refused') {
      this.next.delete(target);
      this.failed(`${reason};没办成(${REFUSED[outcome.reason]})`);
    }
    return outcome;
  }

  private withoutCase(target: string): string {
    const isRoom = target.includes('@');
    if (this.command !== null && (isRoom || target === this.command.actorId))
      return `答复“${this.command.text}”`;
    return isRoom ? '初次见面先介绍自己,之后才开始看消息' : '到了定好的时间';
  }

  private async ofCase(about: About): Promise<string> {
    this.last = about.caseId;
    const found = (await this.store?.caseById(about.caseId)) ?? null;
    if (found === null) return `编号 ${about.caseId}`;
    const before = this.told.get(found.id);
    this.told.set(found.id, found.status);
    if (before === undefined) return caseLine(found);
    return `编号 ${found.id}(同上${before === found.status ? '' : `,${STATUS[found.status]}`})`;
  }
}
