import type { GatewayProcess } from './gateway.js';

export const ROOM = 'alumni@chatroom';

const PEOPLE = [
  { id: 'chen', name: '陈会长' },
  { id: 'alice', name: 'Alice' },
  { id: 'bob', name: 'Bob' },
  { id: 'carol', name: 'Carol', isFriend: false },
];

/** A room that 陈会长 owns, with the bot as administrator, Alice and Bob as members and Carol outside. */
export async function seedAlumni(gateway: GatewayProcess): Promise<void> {
  for (const person of PEOPLE) await gateway.order({ cmd: 'addContact', person });
  const members = [{ id: 'alice', card: '艾丽丝-北京-物理-2010' }, 'bob'];
  const room = { id: ROOM, topic: '校友群', ownerId: 'chen', adminIds: ['bot'], members };
  await gateway.order({ cmd: 'addRoom', room });
}
