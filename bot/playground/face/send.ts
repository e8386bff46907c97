import { ROOM } from '../scene/alumni.js';
import type { Ground, WorldOrder } from './act.js';
import { BadLine } from './order.js';

type Sending = Extract<WorldOrder, { kind: 'send' }>;

/** The smallest PNG: one transparent point. Pictures are carried, not looked into. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** Sends what is not plain words to the group. @returns who sent it */
export function send(ground: Ground, order: Sending): string {
  const { world, people } = ground;
  const { manner, who, text } = order;
  if (manner === 'direct') return direct(ground, order);
  const id = people.member(who);
  switch (manner) {
    case 'reply':
      world.say(id, ROOM, text, { mentions: people.mentioned(text), quote: lastOfAnother(ground, id) });
      return id;
    case 'link':
      world.sendLink(id, ROOM, linkOf(text));
      return id;
    case 'image':
      world.sendImage(id, ROOM, { name: withEnding(text, '.png'), bytes: PICTURE });
      return id;
    case 'file':
      world.sendFile(id, ROOM, { name: text, bytes: Buffer.from(text) });
      return id;
    case 'contact':
      world.sendContactCard(id, ROOM, people.actor(text));
      return id;
    case 'announce':
      world.announce(ROOM, id, text);
      return id;
  }
}

function direct({ world, people }: Ground, { who, text }: Sending): string {
  const id = people.actor(who);
  const name = people.nameOf(id);
  if (!world.state.person(id).isFriend)
    throw new BadLine(`${name} 还不是群哨的好友,不能私聊。先写:加好友 ${name}`);
  world.direct(id, text);
  return id;
}

function lastOfAnother({ world }: Ground, id: string): string {
  const last = [...world.state.messages.values()].findLast(({ conversationId, fromId, content }) => {
    return conversationId === ROOM && fromId !== id && content.kind !== 'recalled';
  });
  if (last === undefined) throw new BadLine('群里还没有别人的消息可以回复。');
  return last.id;
}

function linkOf(text: string): { readonly title: string; readonly url: string } {
  const [, title = '', url] = /^(.*?)\s*(https?:\/\/\S+)$/iu.exec(text) ?? [];
  if (url === undefined)
    throw new BadLine('链接请写标题和网址,比如:张伟 链接: 校庆照片 https://example.com/photos');
  return { title: title === '' ? url : title, url };
}

function withEnding(name: string, ending: string): string {
  return /\.(?:png|jpe?g|gif|webp|bmp)$/iu.test(name) ? name : `${name}${ending}`;
}
