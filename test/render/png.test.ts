import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../bot/root.js';
import { digestSvg } from '../../src/core/wording/digest-picture.js';
import { drawable } from '../../src/render/covered.js';
import { createRasteriser } from '../../src/render/png.js';
import { aWeek } from '../../bot/wording/examples/week.js';

const rasterise = createRasteriser(join(packageRoot(), 'src', 'render', 'font'));

describe('drawable', () => {
  it.each([
    { text: '', want: '' },
    { text: '张三-北京-化学97级', want: '张三-北京-化学97级' },
    { text: '𠮷野家🌸', want: '□野家' },
    { text: '😀小太阳😀', want: '小太阳' },
    { text: '👍🏽❤️', want: '□' },
    { text: '<text>🌸🌸</text><text>a🌸</text>', want: '<text>□</text><text>a</text>' },
    { text: '□→1', want: '□→1' },
    { text: '<text x="1">·“”</text>', want: '<text x="1">·“”</text>' },
  ])('“$text”', ({ text, want }) => {
    expect(drawable(text)).toBe(want);
  });
});

describe('the picture of a week', () => {
  it('is a PNG, 900 px wide, as tall as it takes, with ink on it', async () => {
    const quiet = await sharp(await rasterise(digestSvg(aWeek()))).metadata();
    const busy = await rasterise(
      digestSvg(aWeek({ messages: 862, violations: 3, byCategory: { fraud: 3 } })),
    );
    const metadata = await sharp(busy).metadata();
    expect(quiet).toMatchObject({ format: 'png', width: 900 });
    expect(metadata).toMatchObject({ format: 'png', width: 900 });
    expect(metadata.height).toBeGreaterThan(quiet.height ?? 0);
    expect(busy.length).toBeLessThan(200_000);
  });

  it('draws Chinese with our font: two different characters do not look alike', async () => {
    const draw = (letter: string) =>
      rasterise(
        `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60" font-family="Noto Sans SC"><text x="5" y="50" font-size="48">${letter}</text></svg>`,
      );
    expect(Buffer.compare(await draw('群'), await draw('哨'))).not.toBe(0);
  });
});
