import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPictures, picturesBeside } from '../../../bot/pictures.js';
import { aCode, aPicture } from '../../builders/picture.js';
import { openStage, type Stage } from '../../fakes/stage.js';

const FOLDER = mkdtempSync(join(tmpdir(), 'qunshao-pictures-'));
const MEMBERS = [
  { id: 'u1', name: '老王', card: '王建国-北京-食品98级' },
  { id: 'u5', name: '李雷', card: '李雷-武汉-化学97级' },
  { id: 'u6', name: '韩梅梅', card: '韩梅梅-上海-英语05级' },
];
let clock = 0;
const at = (): string => {
  clock += 600_000;
  return new Date(Date.parse('2026-03-02T01:00:00Z') + clock).toISOString();
};
const group = (id: string) => ({
  at: '2026-03-02T09:00:00+08:00',
  type: 'group',
  group: id,
  name: '分会群',
  owner: 'u1',
  admins: [],
  bot: 'admin',
  members: MEMBERS,
});
const image = (from: string, file: string, id = `${file}-${clock}`, where = 'g1') => ({
  at: at(),
  type: 'message',
  group: where,
  from,
  id,
  kind: 'image',
  text: '',
  file,
});
const direct = (text: string) => ({ at: at(), type: 'direct', from: 'u1', text });

async function met(): Promise<Stage> {
  clock = 0;
  const pictures = createPictures(picturesBeside(join(FOLDER, 'events.jsonl')));
  const stage = await openStage({ config: 'groups:\n  - id: g1\n  - id: g2\n', pictures });
  await stage.play(group('g1'), group('g2'));
  return stage;
}

beforeAll(async () => {
  const save = (name: string, bytes: Uint8Array): void => writeFileSync(join(FOLDER, name), bytes);
  save('ad.png', await aCode('特价面膜加微信'));
  save('doubtful.png', await aCode('长期招代理'));
  save('ticket.png', await aCode('取票号 20261017'));
  save('group-photo.png', await aPicture(5));
  const poster = await sharp(await aPicture(9))
    .composite([
      {
        input: await sharp(await aCode('特价面膜加微信'))
          .resize(200)
          .toBuffer(),
        left: 20,
        top: 20,
      },
    ])
    .png()
    .toBuffer();
  save('poster.png', poster);
  save('poster-again.jpg', await sharp(poster).flop().jpeg({ quality: 60 }).toBuffer());
  save('plain-poster.png', await aPicture(11));
  save(
    'plain-poster-again.jpg',
    await sharp(await aPicture(11))
      .resize(300)
      .jpeg()
      .toBuffer(),
  );
  save('broken.png', Buffer.from('\u0089PNG broken'));
});
afterAll(() => rmSync(FOLDER, { recursive: true }));

describe('pictures', () => {
  it.each([
    { name: 'a file that is not there', file: 'none.png' },
    { name: 'a path out of the folder', file: '../../etc/passwd' },
    { name: 'a broken picture', file: 'broken.png' },
    { name: 'a picture of friends', file: 'group-photo.png' },
    { name: 'a code that says nothing prohibited', file: 'ticket.png' },
  ])('$name: nothing', async ({ file }) => {
    const stage = await met();
    expect(await stage.after(image('u5', file))).toEqual([]);
    expect((await stage.finish()).cases).toBe(0);
    await stage.store.close();
  });

  it('a code is judged as if its author had written it, and the evidence names it', async () => {
    const stage = await met();
    const [warned] = await stage.after(image('u5', 'ad.png'), { at: at(), type: 'clock' });
    expect(warned).toContain('像是推销');
    expect((await stage.after(direct('/为什么 1'))).join()).toContain('二维码里的');
    await stage.store.close();
  });

  it('a picture that was confirmed is known again in the next group, mirrored', async () => {
    const stage = await met();
    await stage.play(image('u5', 'poster.png'));
    const again = await stage.after(image('u6', 'poster-again.jpg', 'p2', 'g2'), { at: at(), type: 'clock' });
    expect(again.join()).toContain('像是重复推销');
    expect(await stage.after(image('u6', 'group-photo.png', 'p3', 'g2'))).toEqual([]);
    await stage.play(direct('/群 1'), direct('/撤销 1'));
    const totals = await stage.finish();
    expect(totals.byCategory).toEqual({ advertising: 2, duplicate: 1 });
    await stage.store.close();
  });

  it('what an owner confirms is learned, what an owner lets pass is not', async () => {
    const stage = await met();
    await stage.play(image('u5', 'doubtful.png', 'd1'), direct('/群 1'), direct('/驳回 1'));
    const asked = await stage.after(image('u6', 'doubtful.png', 'd2'), { at: at(), type: 'clock' });
    expect(asked.join()).toContain('请您定夺(编号 2)');
    await stage.play(direct('/确认 2'));
    const known = await stage.after(image('u5', 'doubtful.png', 'd3'), { at: at(), type: 'clock' });
    expect(known.join()).toContain('像是重复推销');
    await stage.store.close();
  });

  it('/漏判 of a picture: it is known from then on', async () => {
    const stage = await met();
    await stage.play(image('u5', 'plain-poster.png', 'm1'));
    const missed = { from: 'u1', text: '/漏判', quote: { from: 'u5', text: '[图片]' } };
    await stage.play({ at: at(), type: 'message', group: 'g1', id: 'm2', ...missed });
    const known = await stage.after(image('u6', 'plain-poster-again.jpg', 'm3'), { at: at(), type: 'clock' });
    expect(known.join()).toContain('像是重复推销');
    await stage.store.close();
  });

  it('pictures are not looked at where the owner says so, nor those of the owner', async () => {
    const stage = await met();
    expect(await stage.after(image('u1', 'ad.png', 'o1'))).toEqual([]);
    await stage.store.putSetting('g1', 'conduct.pictures', 'ignore');
    await stage.play({ at: at(), type: 'role', group: 'g1', admins: [] });
    expect(await stage.after(image('u5', 'ad.png', 'o2'))).toEqual([]);
    await stage.store.close();
  });
});
