import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clock, meet, PEOPLE, say } from '../builders/events.js';
import { type Event, openStage, type Stage } from '../fakes/stage.js';

/** 李雷 (u5) and a second 李雷 (u8) under the same card; 韩梅梅 (u6). */
const MEMBERS = [...PEOPLE, { id: 'u8', name: '雷子', card: '李雷-武汉-化学97级' }];
const SAME = '有想了解的私我';

let stage: Stage;

beforeEach(async () => {
  stage = await openStage();
  await stage.play(meet('03-02 09:00', { members: MEMBERS }));
});
afterEach(() => stage.store.close());

const quoting = (local: string, line: string, quote: Event) => say(local, 'u2', line, { quote });
const asked = () => stage.lines.filter(({ type }) => type === 'recall' || type === 'direct');

describe('whose message is meant by a quotation', () => {
  it('nothing was heard: nobody is meant', async () => {
    await stage.play(quoting('03-02 09:10', '/漏判 记过', { from: '李雷-武汉-化学97级', text: '' }));
    expect(await stage.store.openCases('g1')).toEqual([]);
    expect(asked().at(-1)?.text).toContain('没法对应到人');
  });

  it.each([
    { name: 'by id', from: 'u5', want: 'u5' },
    { name: 'by the card', from: '韩梅梅-上海-英语05级', want: 'u6' },
    { name: 'by the own name', from: '韩梅梅', want: 'u6' },
    { name: 'a card that two bear: by the words', from: '李雷-武汉-化学97级', want: 'u5' },
    { name: 'a name that nobody bears any more: none of the several who said it', from: '小明', want: null },
    { name: 'no name at all: none of the several who said it', from: null, want: null },
  ])('$name', async ({ from, want }) => {
    await stage.play(
      say('03-02 09:01', 'u5', SAME),
      say('03-02 09:02', 'u6', SAME),
      quoting('03-02 09:10', '/漏判 记过', from === null ? { text: SAME } : { from, text: SAME }),
      clock('03-02 09:12'),
    );
    const struck: string[] = [];
    for (const { id } of MEMBERS) if ((await stage.store.strikesOf('g1', id)).length > 0) struck.push(id);
    expect(struck).toEqual(want === null ? [] : [want]);
  });
});

it('a complaint about the words of one of two with the same card names the one who wrote them', async () => {
  await stage.play(say('03-02 09:01', 'u8', '一直拉人'));
  await stage.play(
    say('03-02 09:05', 'u6', '/举报 烦人', { quote: { from: '李雷-武汉-化学97级', text: '一直拉人' } }),
  );
  expect((await stage.store.openCases('g1')).map(({ memberId }) => memberId)).toEqual(['u8']);
});

it('who goes on quoting somebody who asked to be left alone is seen, though quotations name people as they are shown', async () => {
  await stage.play(
    say('03-02 09:01', 'u6', '请不要再找我了', { quote: { from: '郑强-武汉-化学99级', text: '在吗' } }),
  );
  for (const minute of ['02', '03', '04'])
    await stage.play(
      say(`03-02 09:${minute}`, 'u3', '怎么不理人', {
        quote: { from: '韩梅梅-上海-英语05级', text: '请不要再找我了' },
      }),
    );
  expect((await stage.store.casesOf('g1', 'u3', 9)).map(({ category }) => category)).toEqual(['harassment']);
});
