import type { World } from '../puppet/world.js';
import { ROOM } from '../scene/alumni.js';
import type { Screen } from './screen.js';
import { VERBS } from './verbs.js';
import { padded } from './width.js';

const SAYING: readonly (readonly [string, string])[] = [
  ['张伟: 大家好', '张伟在群里说;群里的命令也这样写,如 张伟: /群规'],
  ['王建国 私聊: 状态', '王建国私聊群哨;私聊里命令可以不写“/”'],
  ['李敏 回复: 收到', '引用上一条;另有 链接: 图片: 文件: 名片: 公告:'],
];

const COLUMN = 33;

/** Everything the prompt understands, on one screen. */
export function helpText(screen: Screen): string {
  const rows = [...SAYING, ...VERBS.map(({ usage, summary }) => [usage, summary] as const)];
  return [
    screen.title('可以这样写'),
    ...rows.map(([usage, summary]) => screen.tell(`${padded(usage, COLUMN)}${summary}`, 'plain')),
    screen.tell('英文也行:iam view members join leave kick card recall topic rights invite', 'faint'),
    screen.tell('befriend time help quit;Zhang dm: … reply: link: image: file: contact:', 'faint'),
  ].join('\n');
}

export function membersText(world: World, screen: Screen): string {
  const { state } = world;
  const room = state.room(ROOM);
  const role = (id: string): string => {
    if (id === room.ownerId) return '群主';
    return room.adminIds.has(id) ? '管理员' : '';
  };
  const inside = [...room.seats].map(([id, { card }]) => {
    return `${padded(state.person(id).name, 8)}${padded(role(id), 8)}${card === '' ? '(没有名片)' : card}`;
  });
  const outside = [...state.people.values()].filter(({ id }) => !room.seats.has(id)).map(({ name }) => name);
  return [
    screen.title(`${room.topic}(${room.seats.size}人)`),
    ...inside.map((line) => screen.tell(line, 'plain')),
    ...(outside.length === 0 ? [] : [screen.tell(`不在群里:${outside.join('、')}`, 'faint')]),
  ].join('\n');
}
