import type { Person } from '../action.js';
import type { Instant } from '../instant.js';
import type { Post, RegisterEventKind, Standing } from '../register.js';
import type { Overlap } from '../telling/register.js';

/** What `/备案` shows; phones are in it, so it goes to the owner and the organisation only. */
export interface RegisterView {
  readonly groupName: string;
  readonly standing: Standing;
  readonly place: string | null;
  readonly purpose: string | null;
  readonly posts: readonly {
    readonly post: Post;
    readonly name: string;
    readonly title: string;
    readonly phone: string;
  }[];
  readonly missing: readonly string[];
  readonly ownerKnown: boolean;
  readonly appliedAt: Instant | null;
  readonly approvedAt: Instant | null;
  readonly approval: string | null;
  readonly members: number;
  readonly limit: number;
  readonly timezone: string;
}

/** What `/群状态` shows. */
export interface StandingView {
  readonly groupName: string;
  readonly standing: Standing;
  readonly since: Instant;
  /** Warnings to those in office. */
  readonly warnings: number;
  readonly suspended: readonly string[];
  readonly events: readonly {
    readonly at: Instant;
    readonly kind: RegisterEventKind;
    readonly member: string | null;
    readonly detail: string;
  }[];
  readonly timezone: string;
}

export type RegisterAnswer =
  | { readonly kind: 'register'; readonly view: RegisterView }
  | { readonly kind: 'register-in-private' }
  | { readonly kind: 'register-unread'; readonly line: string }
  | {
      readonly kind: 'register-filled';
      readonly filled: readonly string[];
      readonly missing: readonly string[];
    }
  | { readonly kind: 'register-applied'; readonly missing: readonly string[]; readonly staffed: boolean }
  | { readonly kind: 'register-decided'; readonly groupName: string; readonly approved: boolean }
  | {
      readonly kind: 'register-listed';
      readonly name: string;
      readonly listed: boolean;
      readonly changed: boolean;
    }
  | { readonly kind: 'size-applied'; readonly wanted: number }
  | { readonly kind: 'size-approved'; readonly groupName: string; readonly limit: number }
  | { readonly kind: 'standing'; readonly view: StandingView }
  | {
      readonly kind: 'standing-set';
      readonly groupName: string;
      readonly standing: Standing;
      readonly changed: boolean;
    }
  | { readonly kind: 'renaming'; readonly name: string }
  | { readonly kind: 'rename-by-hand'; readonly name: string }
  | { readonly kind: 'name-in-order'; readonly name: string }
  | {
      readonly kind: 'name-unfit';
      readonly name: string;
      readonly problems: readonly string[];
      readonly suggestion: string | null;
    }
  | { readonly kind: 'nothing-offered' }
  | { readonly kind: 'appointed'; readonly member: Person; readonly changed: boolean }
  | { readonly kind: 'dismissed'; readonly member: Person }
  | { readonly kind: 'platform-office'; readonly member: Person; readonly office: 'owner' | 'admin' }
  | { readonly kind: 'not-in-office'; readonly member: Person }
  | { readonly kind: 'several-members'; readonly typed: string; readonly options: readonly string[] }
  | {
      readonly kind: 'handed-over';
      readonly owner: Person;
      readonly admins: readonly Person[] | null;
      /** The platform still shows another owner: the change there is the owner's to make. */
      readonly onPlatform: boolean;
    }
  | {
      readonly kind: 'rights';
      readonly member: Person;
      readonly suspended: boolean;
      readonly changed: boolean;
    }
  | {
      readonly kind: 'office-warned';
      readonly member: Person;
      readonly caseId: number;
      readonly count: number;
    }
  | { readonly kind: 'group-claimed'; readonly groupName: string }
  | { readonly kind: 'claim-refused'; readonly reason: 'code' | 'owned' | 'often' }
  | {
      readonly kind: 'branch';
      readonly typed: string;
      readonly understood: boolean;
      readonly groups: readonly {
        readonly name: string;
        readonly standing: Standing;
        readonly fit: 'place' | 'wider';
      }[];
    }
  | {
      readonly kind: 'about';
      readonly organisation: string;
      readonly operator: string;
      readonly contact: string;
      readonly approval: string;
    }
  | { readonly kind: 'copied'; readonly from: string; readonly count: number }
  | { readonly kind: 'no-such-group'; readonly typed: string }
  | { readonly kind: 'overlaps'; readonly overlaps: readonly Overlap[] };
