import type { CardDraft } from '../card/draft.js';
import type { Category } from './category.js';
import type { Instant } from './instant.js';
import type { Answer } from './answer.js';
import type { NoRight } from '../policy/authority.js';
import type { Submission } from './submission.js';
import type { Telling } from './telling.js';
import type { Step } from './case.js';
import type { WeekTotals } from '../digest/totals.js';

/** A person as shown when the action was planned; actions are data and carry what their wording needs. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** What an action of a case is about; commands take `caseId`. */
export interface About {
  readonly caseId: number;
  readonly rule: string;
  readonly category: Category;
}

/** What an owner is asked to decide. `hand-removal`: the bot lacks the right and asks for it to be done by hand. */
export type Ask = 'removal' | 'hand-removal' | 'review' | 'notice' | 'submission' | 'complaint';

interface InGroup {
  readonly groupId: string;
}
interface OfCase extends InGroup {
  readonly about: About;
  readonly member: Person;
}

/** Tells a newly met group that the bot is there; nothing is stored before it is sent. */
export interface Introduce extends InGroup {
  readonly kind: 'introduce';
}
/** One step of the ladder short of removal. `terms` are the words that matched, unmasked; the wording masks them. */
export interface Warn extends OfCase {
  readonly kind: 'warn';
  readonly step: 'warning' | 'final';
  readonly terms: readonly string[];
  readonly count: number;
  /** Some of them were counted in other groups of the organisation, which shares its strikes. */
  readonly shared?: true;
  /** Whether one more violation leads to removal, done or asked for. */
  readonly beforeRemoval: boolean;
  /** When the message came, where the warning waited for the morning; null where it follows at once. */
  readonly heldSince: Instant | null;
  readonly timezone: string;
  /** A person looked at it and decided; else the bot's word stands until one does. */
  readonly decided?: true;
}
export interface Remove extends OfCase {
  readonly kind: 'remove';
  readonly terms: readonly string[];
  readonly score: number;
  readonly strikes: number;
  readonly days: number | null;
  /** What nobody confirmed comes too late after an outage. */
  readonly decidedBy: 'bot' | 'person';
  /** Whom to tell when it is done, or to ask where the bot lacks the right. */
  readonly owner: Person | null;
}
/** Told to the group after a removal, without a name. */
export interface RemovalNotice extends OfCase {
  readonly kind: 'removal-notice';
  readonly strikes: number;
}
/** Told to the owner after a removal, with the way back. */
export interface RemovalReport extends OfCase {
  readonly kind: 'removal-report';
  readonly to: Person;
  readonly strikes: number;
  readonly days: number | null;
}
/** Puts a case before a person with authority; answered by `/确认` or `/驳回`. */
export interface Request extends OfCase {
  readonly kind: 'request';
  readonly to: Person;
  readonly ask: Ask;
  /** What `/确认` leads to, as things stood when it was asked. */
  readonly leadsTo: Step;
  readonly terms: readonly string[];
  readonly score: number;
  readonly groupName: string;
  /** The same question once more, because nobody has answered. */
  readonly again?: true;
  /** Further cases of the member that are settled by the same answer. */
  readonly together?: readonly number[];
  /** What is to be published, where that is the question. */
  readonly submission?: Submission;
}
/** Tells the owner at once; asks nothing. */
export interface Alert extends OfCase {
  readonly kind: 'alert';
  readonly to: Person;
  readonly terms: readonly string[];
  readonly score: number;
  readonly groupName: string;
}
/** Tells the group calmly that a "notice" is not confirmed. */
export interface NoticeNote extends OfCase {
  readonly kind: 'notice-note';
}
/** Tells the author of such a notice why it was not his to give, and how it becomes official. */
export interface NoticeAdvice extends OfCase {
  readonly kind: 'notice-advice';
  readonly noRight: NoRight;
}
/** Tells the group that the notice was genuine after all. */
export interface NoticeCleared extends OfCase {
  readonly kind: 'notice-cleared';
}
/** A word about a card: on joining, when wrong, and the two reminders before the deadline. */
export interface CardNote extends InGroup {
  readonly kind: 'card-note';
  readonly stage: 'join' | 'wrong' | 'reminder' | 'second';
  readonly member: Person;
  readonly about: About | null;
  readonly format: string;
  readonly example: string;
  readonly problems: readonly string[];
  readonly suggestion: string | null;
  /** The person's own card as far as it is known, with what is to be filled in; null where nothing is. */
  readonly draft: CardDraft | null;
  /** Elders and leaders are addressed as such. */
  readonly formal: boolean;
  readonly deadline: Instant | null;
  readonly timezone: string;
}
/** The same word to several members at once, so that an audit does not flood the group. */
export interface CardRoll extends InGroup {
  readonly kind: 'card-roll';
  readonly stage: 'reminder' | 'second';
  readonly about: About | null;
  readonly format: string;
  readonly example: string;
  readonly entries: readonly {
    readonly member: Person;
    readonly suggestion: string | null;
    readonly draft: CardDraft | null;
  }[];
  readonly deadline: Instant | null;
  readonly timezone: string;
}
/** Tells a member that a decision was reversed. */
export interface Reversed extends OfCase {
  readonly kind: 'reversed';
  readonly removed: boolean;
}
/** The answer to a command: to the commander in private (`to`), or into the group where `to` is null. */
export interface Reply {
  readonly kind: 'reply';
  readonly groupId: string | null;
  readonly to: Person | null;
  readonly caseId: number | null;
  readonly answer: Answer;
}
export interface SendDigest extends InGroup {
  readonly kind: 'digest';
  readonly to: Person;
  readonly totals: WeekTotals;
}
/**
 * Says what has no kind of its own: into the group where `to` is null, else to a person in private.
 * `urgency`: what can wait, waits for the morning. `audience`: a watched group does not get to see `moderation`.
 */
export interface Tell {
  readonly kind: 'tell';
  readonly groupId: string | null;
  readonly to: Person | null;
  /** Who is named with @ at the head of a line into the group. */
  readonly mentions: readonly Person[];
  readonly about: About | null;
  readonly urgency: 'at-once' | 'daytime';
  readonly audience: 'moderation' | 'service';
  readonly telling: Telling;
}
/** Takes a message back where the platform lets the bot; where it does not, whoever sent it is asked to. */
export interface Recall extends InGroup {
  readonly kind: 'recall';
  readonly messageId: string;
  readonly about: About | null;
  /** Who sent it, where the sender is asked to take it back if the bot cannot. */
  readonly sender?: Person;
  /** Where a person asked for it: when it was sent, and who is told if neither the bot nor the sender can. */
  readonly asked?: { readonly by: Person; readonly sentAt: Instant };
}
export interface Rename extends InGroup {
  readonly kind: 'rename';
  readonly name: string;
  /** Who ordered it, and hears where it could not be done. */
  readonly by: Person;
}
/** Puts a text up as the group's announcement. */
export interface Announce extends InGroup {
  readonly kind: 'announce';
  readonly telling: Telling;
}
/** Brings a person into the group. */
export interface Invite extends InGroup {
  readonly kind: 'invite';
  readonly to: Person;
}
/** A line to the organisation's robot: ids and kinds, never a name or a text (5.2, 6.7). */
export interface Report extends InGroup {
  readonly kind: 'report';
  readonly about: About | null;
  readonly telling: Telling;
}
export interface Accept {
  readonly kind: 'accept';
  readonly groupId: string | null;
  readonly invitation: 'room' | 'friend';
  readonly id: string;
}

export type Action =
  | Introduce
  | Warn
  | Remove
  | RemovalNotice
  | RemovalReport
  | Request
  | Alert
  | NoticeNote
  | NoticeAdvice
  | NoticeCleared
  | CardNote
  | CardRoll
  | Reversed
  | Reply
  | SendDigest
  | Tell
  | Recall
  | Rename
  | Announce
  | Invite
  | Report
  | Accept;

/** An action as it waits in the outbox. `shadow` actions (observe mode) are recorded as done without being sent. */
export interface PlannedAction {
  readonly id: number;
  readonly caseId: number | null;
  readonly groupId: string | null;
  readonly stage: 'live' | 'shadow';
  readonly dueAt: Instant;
  /** Only this account of the bot may do it: who was written to answers. Left out: whoever leads the group. */
  readonly account?: string;
  readonly action: Action;
}
