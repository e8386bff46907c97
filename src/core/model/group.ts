/** What the bot itself is in a group. */
export type BotRole = 'owner' | 'admin' | 'member';

/** A group as the platform shows it now. `ownerId` is null where the platform does not show one. */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string | null;
  readonly adminIds: readonly string[];
  readonly botRole: BotRole;
  readonly botId: string | null;
}
