import type { Group } from './group.js';
import type { Instant } from './instant.js';
import type { Member } from './member.js';
import type { Message } from './message.js';

/** `unheard`: nothing of the platform was heard. `unsent`: it was heard, and the bot was not let speak. */
export type Outage = 'unheard' | 'unsent';

interface At {
  readonly at: Instant;
}
interface AtGroup extends At {
  readonly groupId: string;
}

/** Everything that the outside can tell the bot, in core words. One ordered stream per group. */
export type Inbound =
  | (At & { readonly kind: 'group'; readonly group: Group; readonly members: readonly Member[] })
  | (At & { readonly kind: 'message'; readonly message: Message })
  | (AtGroup & { readonly kind: 'join'; readonly member: Member; readonly inviterId: string | null })
  | (AtGroup & { readonly kind: 'leave'; readonly memberId: string; readonly removerId: string | null })
  | (AtGroup & { readonly kind: 'card'; readonly member: Member })
  | (AtGroup & { readonly kind: 'topic'; readonly name: string; readonly byId: string | null })
  | (AtGroup & { readonly kind: 'role'; readonly group: Group })
  | (AtGroup & { readonly kind: 'recall'; readonly messageId: string })
  /** What is different in a group after a time in which it was not heard. */
  | (AtGroup & {
      readonly kind: 'resync';
      readonly group: Group;
      readonly joined: readonly Member[];
      readonly leftIds: readonly string[];
      /** Whose card is another one than before. */
      readonly changed: readonly Member[];
    })
  | (At & { readonly kind: 'outage'; readonly what: Outage; readonly from: Instant })
  | (At & {
      readonly kind: 'direct';
      readonly from: Member;
      readonly id: string | null;
      readonly text: string;
      /** The name of the file that was sent; null for a line of text. */
      readonly file: string | null;
    })
  | (At & {
      readonly kind: 'invitation';
      readonly id: string;
      readonly fromId: string;
      readonly groupName: string;
    })
  | (At & {
      readonly kind: 'friendship';
      readonly id: string;
      readonly fromId: string;
      readonly text: string;
    });
