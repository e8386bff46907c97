import { describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { createPictures } from '../../../bot/pictures.js';
import { aPicture } from '../../builders/picture.js';
import { type Event, openStage, type StageOptions } from '../../fakes/stage.js';

const OWNER = { id: 'u1', name: '老王', card: '王建国-北京-食品98级' };
const ADMIN = { id: 'u2', name: '小周', card: '周敏-北京-会计01级' };
const MEMBERS = ['孙一', '钱二', '陈三', '吴四'].map((name, index) => ({
  id: `m${index}`,
  name,
  card: `${name}-北京-化学99级`,
}));
const OWNERS = await aPicture(3, 320);
const SMALL = new Uint8Array(await sharp(OWNERS).resize(132).jpeg({ quality: 70 }).toBuffer());
const MIRRORED = new Uint8Array(await sharp(OWNERS).flop().png().toBuffer());
const OTHER = await aPicture(8, 320);
const GREY = new Uint8Array(
  await sharp({ create: { width: 132, height: 132, channels: 3, background: '#cccccc' } })
    .png()
    .toBuffer(),
);

type Avatars = Readonly<Record<string, Uint8Array>>;

const GROUP = {
  at: '2026-03-02T09:00:00+08:00',
  type: 'group',
  group: 'g1',
  name: '分会群',
  owner: 'u1',
  admins: ['u2'],
  bot: 'admin',
  members: [OWNER, ADMIN, ...MEMBERS],
};
const JOIN = {
  at: '2026-03-02T09:10:00+08:00',
  type: 'join',
  group: 'g1',
  member: { id: 'n1', name: '刘洋', card: '刘洋-北京-英语05级' },
  inviter: 'm0',
};

async function linesAfter(avatars: Avatars, events: readonly Event[], options: StageOptions = {}) {
  const asked: string[] = [];
  const pictures = createPictures(
    () => Promise.resolve(null),
    (id) => {
      asked.push(id);
      const bytes = avatars[id];
      return bytes === undefined ? Promise.reject(new Error('no avatar')) : Promise.resolve(bytes);
    },
  );
  const stage = await openStage({ config: 'groups:\n  - { id: g1, mode: enforce }\n', pictures, ...options });
  await stage.play(GROUP);
  const lines = await stage.after(...events, { at: '2026-03-02T09:20:00+08:00', type: 'clock' });
  const opened = await stage.store.openCases('g1');
  await stage.store.close();
  return { lines: lines.join('\n'), opened: opened.length, asked };
}

describe('a member who bears the avatar of one with authority', () => {
  it.each<{ name: string; avatars: Avatars; said: string | null }>([
    { name: 'nobody has a picture', avatars: {}, said: null },
    { name: 'only the newcomer has one', avatars: { n1: OTHER }, said: null },
    { name: 'another picture', avatars: { u1: OWNERS, n1: OTHER }, said: null },
    { name: 'the same picture', avatars: { u1: OWNERS, n1: OWNERS }, said: '头像和群主的一样' },
    {
      name: 'the same, smaller and recompressed',
      avatars: { u1: OWNERS, n1: SMALL },
      said: '头像和群主的一样',
    },
    { name: 'the same, mirrored', avatars: { u1: OWNERS, n1: MIRRORED }, said: '头像和群主的一样' },
    {
      name: 'an administrator’s',
      avatars: { u1: OTHER, u2: OWNERS, n1: OWNERS },
      said: '头像和管理员的一样',
    },
    {
      name: 'a member’s picture is nobody’s to protect',
      avatars: { u1: OTHER, m1: OWNERS, n1: OWNERS },
      said: null,
    },
    { name: 'an even grey tells nobody from another', avatars: { u1: GREY, n1: GREY }, said: null },
    {
      name: 'a picture that an ordinary member bears too is one of the platform’s own',
      avatars: { u1: OWNERS, m2: OWNERS, n1: OWNERS },
      said: null,
    },
    {
      name: 'a picture that two of those with authority bear',
      avatars: { u1: OWNERS, u2: OWNERS, n1: OWNERS },
      said: null,
    },
  ])('$name', async ({ avatars, said }) => {
    const { lines, opened } = await linesAfter(avatars, [JOIN]);
    expect(opened).toBe(said === null ? 0 : 1);
    if (said === null) expect(lines).not.toContain('头像');
    else expect(lines).toMatch(new RegExp(`direct →u1 #1 .*刘洋.*${said},请看是不是本人`, 'u'));
  });

  it('found when the card is changed, too: the picture may have been changed with it', async () => {
    const changed = {
      at: '2026-03-02T09:11:00+08:00',
      type: 'card',
      group: 'g1',
      member: 'm3',
      card: '刘洋-北京-英语05级',
    };
    const { lines } = await linesAfter({ u1: OWNERS, m3: SMALL }, [changed]);
    expect(lines).toContain('头像和群主的一样');
  });

  it('no picture is fetched where the group has switched pictures off', async () => {
    const config = 'groups:\n  - { id: g1, mode: enforce, conduct: { pictures: ignore } }\n';
    const { asked, opened } = await linesAfter({ u1: OWNERS, n1: OWNERS }, [JOIN], { config });
    expect({ asked, opened }).toEqual({ asked: [], opened: 0 });
  });
});
