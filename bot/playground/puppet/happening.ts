import type { Utterance } from './message.js';

/** An invitation of the bot into a room. It is kept after acceptance: Wechaty reads it again then. */
export interface Invitation {
  readonly id: string;
  readonly roomId: string;
  readonly fromId: string;
  readonly at: number;
}

/** Somebody's wish to be the bot's friend. `accepted` turns true once the bot agreed. */
export interface FriendRequest {
  readonly id: string;
  readonly fromId: string;
  readonly hello: string;
  readonly at: number;
  accepted: boolean;
}

/** One change of the world, published after it took place. `at` is in milliseconds. */
export type Happening =
  | { readonly kind: 'message'; readonly message: Utterance }
  /** `notice` is the message of the kind `recalled` by which the platform tells of it. */
  | {
      readonly kind: 'recall';
      readonly byId: string;
      readonly original: Utterance;
      readonly notice: Utterance;
    }
  | {
      readonly kind: 'join';
      readonly roomId: string;
      readonly memberId: string;
      readonly inviterId: string | null;
      readonly at: number;
    }
  /** Of one's own accord when `byId === memberId`. `shownAs` is how the room saw the member. */
  | {
      readonly kind: 'leave';
      readonly roomId: string;
      readonly memberId: string;
      readonly shownAs: string;
      readonly byId: string;
      readonly at: number;
    }
  | {
      readonly kind: 'card';
      readonly roomId: string;
      readonly memberId: string;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly kind: 'topic';
      readonly roomId: string;
      readonly byId: string;
      readonly before: string;
      readonly after: string;
      readonly at: number;
    }
  | {
      readonly kind: 'announcement';
      readonly roomId: string;
      readonly byId: string;
      readonly text: string;
      readonly at: number;
    }
  /** Owner or administrators changed. */
  | { readonly kind: 'roles'; readonly roomId: string }
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'invitation'; readonly invitation: Invitation }
  | { readonly kind: 'friend-request'; readonly request: FriendRequest }
  | {
      readonly kind: 'friend';
      readonly request: FriendRequest;
      readonly confirmationId: string;
      readonly at: number;
    };
