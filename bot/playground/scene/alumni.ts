import type { GroupEntry, Organisation } from '../../../src/core/policy/settings.js';
import { ALUMNI_GROUP_NAMES } from '../../../src/core/policy/template.js';
import { NO_ORGANISATION, UNLISTED } from '../../../src/core/policy/settings.js';
import type { World } from '../puppet/world.js';

/** Wechaty tells rooms from people by the `@`. */
export const ROOM = 'g1@chatroom';
export const OWNER = 'u1';
export const ADMIN = 'u2';
const STAFF = 'u0';
export const BOT = { id: 'bot', name: '群哨' } as const;

/** The association of the playground, where the configuration names no groups of its own. */
export const ORGANISATION: Organisation = {
  ...NO_ORGANISATION,
  name: '武汉轻工大学校友总会',
  words: ['武汉轻工大学', '轻工大'],
  admins: [STAFF],
  founded: 1951,
  groupNames: ALUMNI_GROUP_NAMES,
  majors: [],
  strikes: 'group',
};

export const GROUP: GroupEntry = {
  id: ROOM,
  name: null,
  settings: { ...UNLISTED, mode: 'enforce', removal: 'ask' },
};

const CARDS = [
  '王建国-北京-食品科学与工程98级',
  '李敏-北京-会计学05级',
  '张伟-北京-机械03级',
  '李雷-北京-化学工程97级',
  '韩梅-北京-英语09级',
  '刘洋-北京-土木工程08级',
  '陈静-北京-生物工程11级',
  '孙浩-北京-计算机科学与技术06级',
  '周婷-北京-市场营销12级',
  '吴磊-北京-电气工程04级',
  '赵敏-北京-动物科学10级',
  '郑凯-北京-物流管理13级',
] as const;

/** The members are u1 (owner), u2 (administrator) … u12, each with a card in order; the bot is an administrator. */
export function seedAlumni(world: World): void {
  world.addContact({ id: STAFF, name: '小周' });
  const seats = CARDS.map((card, index) => ({ id: `u${index + 1}`, name: card.split('-')[0] ?? card, card }));
  for (const { id, name } of seats) world.addContact({ id, name });
  world.addRoom({
    id: ROOM,
    topic: '武汉轻工大学北京校友分会群1',
    ownerId: OWNER,
    adminIds: [ADMIN, BOT.id],
    members: seats.map(({ id, card }) => ({ id, card })),
  });
}
