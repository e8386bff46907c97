import type { Event } from '../fakes/stage.js';

/** `03-02 09:00` of 2026 in Shanghai, seconds optional. */
function at(local: string): string {
  const [day = '', time = ''] = local.split(' ');
  return `2026-${day}T${time.length === 5 ? `${time}:00` : time}+08:00`;
}

export const PEOPLE = [
  { id: 'u1', name: '老王', card: '王建国-北京-食品科学与工程98级' },
  { id: 'u2', name: '小周', card: '周敏-北京-会计01级' },
  { id: 'u3', name: '小郑', card: '郑强-武汉-化学99级' },
  { id: 'u5', name: '李雷', card: '李雷-武汉-化学97级' },
  { id: 'u6', name: '韩梅梅', card: '韩梅梅-上海-英语05级' },
];

/** A group with owner u1, administrators u2 and u3, the bot an administrator. */
export function meet(local: string, over: Event = {}): Event {
  const members = PEOPLE;
  return {
    at: at(local),
    type: 'group',
    group: 'g1',
    name: '分会群',
    owner: 'u1',
    admins: ['u2', 'u3'],
    bot: 'admin',
    members,
    ...over,
  };
}

export function say(local: string, from: string, text: string, over: Event = {}): Event {
  return { at: at(local), type: 'message', group: 'g1', from, id: `${from}@${local}`, text, ...over };
}

export function direct(local: string, from: string, text: string): Event {
  return { at: at(local), type: 'direct', from, text };
}

export function clock(local: string): Event {
  return { at: at(local), type: 'clock' };
}

export function event(local: string, type: string, over: Event = {}): Event {
  return { at: at(local), type, group: 'g1', ...over };
}
