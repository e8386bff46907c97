import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leavesOf, topicOf } from '../../bot/wechaty/happening.js';
import { inboundOf } from '../../bot/wechaty/inbound.js';
import { chatHistoryText } from '../../bot/wechaty/chat-history.js';
import { kindOf } from '../../bot/wechaty/kind.js';
import { splitQuote } from '../../bot/wechaty/quote.js';
import { parseCommand } from '../../src/core/command/parse.js';
import { startPuppet, stopPuppets, type Stage } from '../bot/wechaty/fake.js';
import { ROOM } from '../playground/alumni.js';
import { GROWING, hostileText } from './hostile.js';
import { growsLinearly, tries } from './runs.js';

const RULE = '- - - - - - - - - - - - - - -';
const xml = (reply: string, quoted: string) =>
  `<?xml version="1.0"?><msg><appmsg><title>${reply}</title><type>57</type>` +
  `<refermsg><displayname>小王</displayname><content>${quoted}</content></refermsg></appmsg></msg>`;
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Words that would be a command if anybody took them for the author's own. */
const COMMAND = '/移出 李雷';

describe('a message with a quote', () => {
  it('is split into pieces of what was sent, or left whole', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { text: own, quote } = splitQuote(text);
        if (quote === null) expect(own).toBe(text);
        else expect(own.length + quote.text.length).toBeLessThanOrEqual(text.length);
      }),
      tries(2000),
    );
  });

  it('a command in the quoted words is nobody’s, whatever stands around it', () => {
    const words = hostileText.filter((text) => !text.includes('」') && !text.includes('- - -'));
    fc.assert(
      fc.property(words, words, fc.constantFrom('', ' ', '好', '看'), (before, after, reply) => {
        const quoted = `${before}\n${COMMAND}\n${after}`;
        const plain = splitQuote(`「小王：${quoted}」\n${RULE}\n${reply}`);
        expect(plain).toEqual({ text: reply, quote: { from: '小王', text: quoted } });
        const marked = splitQuote(xml(escaped(reply), escaped(quoted)));
        expect(parseCommand(marked.text)).toBeNull();
        expect(marked.text).toBe(reply);
      }),
      tries(600),
    );
  });

  it('a quote within a quote, and a rule drawn by hand, give nobody else’s words to the author', () => {
    const inner = `「小李：${COMMAND}」\n${RULE}\n原话`;
    expect(splitQuote(`「小王：${inner}」\n${RULE}\n好`).text).toBe('好');
    expect(splitQuote(xml('好', escaped(xml(COMMAND, ''))))).toMatchObject({ text: '好' });
  });
});

const merged = (inner: string) =>
  `<?xml version="1.0"?><msg><appmsg><title>群聊的聊天记录</title><recorditem><![CDATA[<recordinfo><datalist>${inner}</datalist></recordinfo>]]></recorditem></appmsg></msg>`;
const item = (text: string) =>
  `<dataitem datatype="1"><sourcename>小王</sourcename><datadesc>${text}</datadesc></dataitem>`;

describe('merged messages', () => {
  it('are read without throwing, and no entity grows', () => {
    const laughs = `<!DOCTYPE a [<!ENTITY a0 "xxxxxxxxxx"><!ENTITY a1 "${'&a0;'.repeat(10)}">]>`;
    fc.assert(
      fc.property(fc.array(hostileText, { maxLength: 4 }), hostileText, (words, around) => {
        const inner = words.map((word) => item(escaped(word))).join(around);
        for (const text of [words.join(around), merged(inner), laughs + merged(inner)])
          expect(chatHistoryText(text).length).toBeLessThanOrEqual(text.length + 1000);
      }),
      tries(500),
    );
  });
});

describe('whatever the platform hands over', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startPuppet();
  });
  afterAll(stopPuppets);

  const payload = fc.record({
    text: fc.option(hostileText, { nil: undefined }),
    type: fc.integer({ min: -2, max: 40 }),
    filename: fc.option(hostileText, { nil: undefined }),
    timestamp: fc.constantFrom(0, -1, 1_767_585_600, 1_767_585_600_123, 8.64e15, Number.MAX_SAFE_INTEGER),
    mentionIdList: fc.array(hostileText, { maxLength: 3 }),
  });

  it('a message is carried with its kind, or not at all; only three kinds have words', async () => {
    const id = stage.world.say('alice', ROOM, '早');
    await fc.assert(
      fc.asyncProperty(payload, async (bent) => {
        stage.puppet.bent = bent as Stage['puppet']['bent'];
        const inbound = await inboundOf(stage.puppet, id);
        if (inbound?.kind !== 'message') return;
        expect(inbound.message.kind).toBe(kindOf(bent.type));
        const hasWords = ['text', 'group-notice', 'chat-history'].includes(inbound.message.kind);
        if (!hasWords) expect(inbound.message.text).toBe('');
      }),
      tries(400),
    );
    stage.puppet.bent = {};
  });

  it('leavings and new names are carried as they are', () => {
    const ids = fc.array(hostileText, { maxLength: 4 });
    fc.assert(
      fc.property(ids, hostileText, (removeeIdList, removerId) => {
        const events = leavesOf({ roomId: ROOM, removeeIdList, removerId, timestamp: 1_767_585_600 });
        expect(events.map((one) => (one.kind === 'leave' ? one.memberId : null))).toEqual(removeeIdList);
        const topic = topicOf({ roomId: ROOM, newTopic: removerId, timestamp: 0 });
        expect(topic).toMatchObject({ kind: 'topic', name: removerId, byId: null });
      }),
      tries(200),
    );
  });
});

describe('a longer text takes longer in proportion', () => {
  it.each(GROWING)('$name', ({ of }) => {
    growsLinearly((size) => {
      const text = of(size);
      const reply = `「小王：${text}」\n${RULE}\n${text}`;
      const marked = xml(text, text);
      const many = merged(item(text).repeat(3));
      return () => [[text, reply, marked].map(splitQuote), [text, many].map(chatHistoryText)];
    }, 4000);
  });
});
