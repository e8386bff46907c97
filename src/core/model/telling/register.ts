import type { Standing } from '../register.js';

/** A group as it is spoken of. */
interface OfGroup {
  readonly groupName: string;
}

/** One member of the union for each kind. */
type Each<Kind extends string, Rest> = Kind extends string ? Rest & { readonly kind: Kind } : never;

/** Several groups of one place that could be one (E一3, E一5). */
export interface Overlap {
  readonly place: string;
  readonly groups: readonly { readonly name: string; readonly members: number; readonly limit: number }[];
  /** Members who are in more than one of them. */
  readonly shared: number;
  /** Different persons in all of them. */
  readonly people: number;
  /** The group that could take everybody in; null: none is large enough. */
  readonly into: string | null;
}

/** What is said about the register, names of groups and offices. */
export type RegisterTelling =
  | (OfGroup & {
      readonly kind: 'group-name-wrong';
      readonly problems: readonly string[];
      readonly format: string;
      readonly suggestion: string | null;
      readonly canRename: boolean;
      /** What accepts the proposal: where another one is open already, `/好` would not say which. */
      readonly accept: '/好' | '/改群名';
    })
  | (OfGroup & { readonly kind: 'rename-by-hand'; readonly name: string })
  | (OfGroup & {
      readonly kind: 'register-missing';
      readonly missing: readonly string[];
      readonly last: boolean;
    })
  | (OfGroup & {
      readonly kind: 'register-applied';
      readonly missing: readonly string[];
      readonly number: number | null;
    })
  | (OfGroup & { readonly kind: 'register-approved'; readonly approval: string })
  | (OfGroup & { readonly kind: 'register-returned'; readonly reason: string })
  | Each<
      'size-near' | 'size-full',
      OfGroup & { readonly members: number; readonly limit: number; readonly staffed: boolean }
    >
  | (OfGroup & { readonly kind: 'size-applied'; readonly members: number; readonly wanted: number })
  | (OfGroup & { readonly kind: 'size-approved'; readonly limit: number })
  | (OfGroup & { readonly kind: 'standing-changed'; readonly standing: Standing; readonly reason: string })
  | (OfGroup & { readonly kind: 'owner-new'; readonly before: string | null })
  | (OfGroup & { readonly kind: 'owner-changed'; readonly before: string | null; readonly now: string })
  | Each<'appointed' | 'dismissed' | 'rights-suspended' | 'rights-restored', OfGroup>
  | (OfGroup & { readonly kind: 'office-warned'; readonly reason: string; readonly count: number })
  | (OfGroup & { readonly kind: 'owner-claimed'; readonly member: string })
  | { readonly kind: 'overlaps'; readonly overlaps: readonly Overlap[] }
  | { readonly kind: 'invitation-note'; readonly names: readonly string[]; readonly staffed: boolean };
