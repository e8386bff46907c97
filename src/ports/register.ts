import type { Action } from '../core/model/action.js';
import type { Instant } from '../core/model/instant.js';
import type { Post, RegisterEventKind, Standing } from '../core/model/register.js';

/** A group in the organisation's register. A group that the bot is not in is listed under an id that begins with `listed:`. */
export interface RegisterForm {
  readonly groupId: string;
  readonly name: string;
  /** By hand; null: as the name says. */
  readonly place: string | null;
  readonly purpose: string | null;
  readonly standing: Standing;
  readonly standingAt: Instant;
  /** The owner that was seen or set last: a change is noticed by it. */
  readonly ownerId: string | null;
  readonly appliedAt: Instant | null;
  readonly approvedAt: Instant | null;
  /** The number or words of the approval. */
  readonly approval: string | null;
  /** How many members are approved; null: the setting's limit. */
  readonly sizeApproved: number | null;
  /** At which limit the owner was told that it is near, and reached. */
  readonly nearToldAt: number | null;
  readonly fullToldAt: number | null;
  /** How often the owner was asked for what is missing. */
  readonly chases: number;
  readonly since: Instant;
}

/** Who fills a post of the filing form. Phones are for the owner and the organisation only. */
export interface PostEntry {
  readonly groupId: string;
  readonly post: Post;
  readonly name: string;
  readonly title: string;
  readonly phone: string;
}

/** What happened to a group in the register: append-only. */
export interface RegisterEvent {
  readonly groupId: string;
  readonly at: Instant;
  readonly kind: RegisterEventKind;
  /** A contact id, or `bot`, or `operator`. */
  readonly actor: string;
  /** Whom it concerns; null: the group. */
  readonly memberId: string | null;
  readonly detail: string;
}

/** Something proposed to a person that `/好` accepts. A second one of the same key replaces the first. */
export interface Offer {
  readonly key: string;
  readonly actorId: string;
  readonly groupId: string;
  /** Which handler of `app/offers` carries it out. */
  readonly kind: string;
  readonly data: string;
  readonly at: Instant;
  readonly until: Instant;
}

export interface RegisterRecords {
  forms(): Promise<readonly RegisterForm[]>;
  form(groupId: string): Promise<RegisterForm | null>;
  putForm(form: RegisterForm): Promise<void>;
  dropForm(groupId: string): Promise<void>;
  /** In the order owner, first administrator, second administrator. */
  posts(groupId: string): Promise<readonly PostEntry[]>;
  putPost(entry: PostEntry): Promise<void>;
  /** Replaces what is kept of an action that was done, by one without what nobody needs any more. */
  putDone(actionId: number, action: Action): Promise<void>;
  addRegisterEvent(event: RegisterEvent): Promise<void>;
  /** Oldest first. */
  registerEvents(groupId: string): Promise<readonly RegisterEvent[]>;
  putOffer(offer: Offer): Promise<void>;
  /** What is open for the person at `now`, newest first. */
  offers(actorId: string, now: Instant): Promise<readonly Offer[]>;
  /** True for exactly one caller. */
  takeOffer(key: string, at: Instant): Promise<boolean>;
  dropOffer(key: string): Promise<void>;
  /** A one-time code of the operator, as its digest. A new one of the group replaces the old. */
  putClaimCode(groupId: string, digest: string, until: Instant): Promise<void>;
  /** The group that the code claims, once and in time; null where it claims none. */
  takeClaimCode(digest: string, now: Instant): Promise<string | null>;
}
