import { z } from 'zod';

const id = z.string().min(1);
const media = { from: id, to: id, name: id, base64: z.string() };
const times = z.int().positive();

const personSeed = z.strictObject({
  id,
  name: z.string(),
  alias: z.string().exactOptional(),
  isFriend: z.boolean().exactOptional(),
  /** The bytes of a picture, in base 64. */
  avatar: z.string().exactOptional(),
});

const seatSeed = z.strictObject({ id, card: z.string().exactOptional(), inviterId: id.exactOptional() });

const roomSeed = z.strictObject({
  id,
  topic: z.string(),
  ownerId: id,
  adminIds: z.array(id).exactOptional(),
  members: z.array(z.union([id, seatSeed])).exactOptional(),
  announcement: z.string().exactOptional(),
});

const fault = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('fail'),
    method: id,
    times,
    error: z.string(),
    when: z.enum(['before', 'after']).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('delay'), method: id, times, ms: z.int().nonnegative() }),
  z.strictObject({ kind: z.literal('drop'), event: id, times }),
  z.strictObject({ kind: z.literal('duplicate'), times }),
  z.strictObject({ kind: z.literal('reorder'), times }),
  z.strictObject({ kind: z.literal('stale-cards') }),
]);

/** Contents without bytes; those with bytes have commands of their own. */
const content = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string(), mentions: z.array(id) }),
  z.strictObject({
    kind: z.literal('location'),
    name: z.string(),
    latitude: z.number(),
    longitude: z.number(),
  }),
  z.strictObject({
    kind: z.enum(['chat-history', 'group-notice', 'red-packet', 'transfer']),
    text: z.string(),
  }),
  z.strictObject({ kind: z.literal('unknown'), code: z.int(), text: z.string() }),
]);

function command<N extends string, S extends z.core.$ZodLooseShape>(cmd: N, shape: S) {
  return z.strictObject({
    ...shape,
    cmd: z.literal(cmd),
    id: z.union([z.string(), z.number()]).exactOptional(),
  });
}

/** What a line on the gateway's standard input may hold. `from`, `by`, `member` are people, `to` is a room or a person. */
export const commandSchema = z.discriminatedUnion('cmd', [
  command('addContact', { person: personSeed }),
  command('addRoom', { room: roomSeed }),
  command('say', {
    from: id,
    room: id,
    text: z.string(),
    mentions: z.array(id).exactOptional(),
    quote: id.exactOptional(),
  }),
  command('direct', { from: id, text: z.string() }),
  command('send', { from: id, to: id, content }),
  command('sendImage', media),
  command('sendFile', media),
  command('sendMedia', { ...media, kind: z.enum(['voice', 'video', 'sticker']) }),
  command('sendLink', {
    from: id,
    to: id,
    link: z.strictObject({ title: z.string(), url: z.string(), description: z.string().exactOptional() }),
  }),
  command('sendMiniProgram', {
    from: id,
    to: id,
    app: z.strictObject({ title: z.string(), appId: z.string(), page: z.string().exactOptional() }),
  }),
  command('sendContactCard', { from: id, to: id, person: id }),
  command('recall', { by: id, message: id }),
  command('join', { room: id, member: id, inviter: id.nullable() }),
  command('leave', { room: id, member: id, by: id.exactOptional() }),
  command('setCard', { room: id, member: id, card: z.string() }),
  command('setTopic', { room: id, by: id, topic: z.string() }),
  command('announce', { room: id, by: id, text: z.string() }),
  command('setOwner', { room: id, owner: id }),
  command('setAdmins', { room: id, admins: z.array(id) }),
  command('invite', { room: id, from: id }),
  command('befriend', { from: id, hello: z.string() }),
  /** The account: `out` until `in`; meanwhile the platform may show a code to scan, and nothing can be sent. */
  command('account', { turn: z.enum(['out', 'in']) }),
  command('account-code', { qrcode: id }),
  command('faults', { arm: z.array(fault).exactOptional(), clear: z.literal(true).exactOptional() }),
  command('advance', { ms: z.int() }),
  command('calls', {}),
  command('feed', { seenBy: id.exactOptional() }),
  command('watch', {}),
  command('quit', {}),
]);

export type Command = z.infer<typeof commandSchema>;

/** The commands that change the world or tell of it; the others are for the program itself. */
export type WorldCommand = Exclude<
  Command,
  { cmd: 'account' | 'account-code' | 'advance' | 'calls' | 'faults' | 'watch' | 'quit' }
>;
