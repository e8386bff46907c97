import { z } from 'zod';

const id = z.string().min(1).max(200);
const at = z.string().min(1).max(64);
const text = z.string().max(200_000);
/** `avatar`: a picture beside the events file, for all groups that the person is in. */
const member = z.object({ id, name: text.default(''), card: text.nullish(), avatar: text.nullish() });

const message = z.object({
  type: z.literal('message'),
  at,
  group: id,
  from: id,
  id,
  text: text.default(''),
  kind: z
    .enum(['text', 'link', 'image', 'file', 'mini-program', 'contact-card', 'chat-history', 'group-notice'])
    .default('text'),
  title: text.nullish(),
  url: text.nullish(),
  file: text.nullish(),
  mentions: z.array(id).nullish(),
  quote: z.object({ from: id.nullish(), text }).nullish(),
});

const group = z.object({
  type: z.literal('group'),
  at,
  group: id,
  name: text,
  owner: id.nullish(),
  admins: z.array(id).nullish(),
  bot: z.enum(['owner', 'admin', 'member']).default('member'),
  members: z.array(member).nullish(),
  /** This platform lets the bot take back the messages of others. */
  recall: z.boolean().nullish(),
});

/** The events of a replay file, as `type` names them. */
export const replayEvent = z.discriminatedUnion('type', [
  message,
  group,
  z.object({ type: z.literal('join'), at, group: id, member, inviter: id.nullish() }),
  z.object({ type: z.literal('leave'), at, group: id, member: id, by: id.nullish() }),
  z.object({ type: z.literal('card'), at, group: id, member: id, card: text }),
  z.object({ type: z.literal('topic'), at, group: id, name: text, by: id.nullish() }),
  z.object({
    type: z.literal('direct'),
    at,
    from: id,
    text: text.default(''),
    id: id.nullish(),
    file: text.nullish(),
  }),
  z.object({ type: z.literal('clock'), at }),
  z.object({ type: z.literal('recall'), at, id }),
  z.object({
    type: z.literal('role'),
    at,
    group: id,
    owner: id.nullish(),
    admins: z.array(id).nullish(),
    bot: z.enum(['owner', 'admin', 'member']).nullish(),
  }),
  z.object({ type: z.literal('invitation'), at, group: id, from: id }),
  z.object({ type: z.literal('friendship'), at, from: id, text: text.nullish() }),
]);

export type ReplayEvent = z.infer<typeof replayEvent>;
export type ReplayMessage = z.infer<typeof message>;
export type ReplayGroup = z.infer<typeof group>;
export type ReplayMember = z.infer<typeof member>;

export const EVENT_TYPES: readonly string[] = [
  'group',
  'message',
  'join',
  'leave',
  'card',
  'topic',
  'direct',
  'clock',
  'recall',
  'role',
  'invitation',
  'friendship',
];
