import { markup, type Markup, page } from '../html.js';
import { digestSvg } from '../../src/core/wording/digest-picture.js';
import { BUSY_WEEK } from './examples/week.js';
import type { Reader } from './readers.js';
import { entriesByReader, type Entry } from './sheet.js';

const TITLES: Readonly<Record<Reader, string>> = {
  group: '对全群说的',
  member: '对成员本人说的',
  owner: '对群主、管理员、工作人员说的',
  operator: '对运行机器人的人说的',
};

const STYLE = `
body { margin: 0 auto; max-width: 46rem; padding: 1rem; font: 1rem/1.6 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #222; background: #f4f4f4; }
h1 { font-size: 1.4rem; } h2 { margin-top: 2.5rem; font-size: 1.2rem; } h3 { margin: 1.5rem 0 .3rem; font-size: .8rem; font-weight: normal; color: #666; }
p.line { margin: .3rem 0; padding: .5rem .8rem; border-radius: .5rem; background: #fff; white-space: pre-wrap; overflow-wrap: anywhere; }
#group p.line { background: #fff; } #member p.line { background: #d9f2d0; } #owner p.line { background: #dceaf9; } #operator p.line { background: #efe9dc; }
nav a { display: inline-block; margin-right: 1rem; } img { max-width: 100%; }
`;

/** The page that `qunshao wording` writes: every sentence, by who reads it. */
export function wordingPage(): string {
  const parts = entriesByReader();
  const total = parts.reduce((sum, { entries }) => sum + linesOf(entries), 0);
  const links = parts.map(
    ({ reader, entries }) => markup`<a href="#${reader}">${TITLES[reader]}(${linesOf(entries)})</a>`,
  );
  const body = markup`<h1>群哨说的每一句话</h1>
    <p>共${total}句,用示例数据按程序实际的写法生成。人名、编号、日期都是假的。</p>
    <nav>${links}</nav>
    ${parts.map(({ reader, entries }) => section(reader, entries))}
    <h2>周报的图</h2>
    <p>
      <img
        alt="周报示例"
        src="data:image/svg+xml;base64,${Buffer.from(digestSvg(BUSY_WEEK)).toString('base64')}"
      />
    </p>`;
  return page({ title: '群哨说的每一句话', style: STYLE, body });
}

function section(reader: Reader, entries: readonly Entry[]): Markup {
  const shown = entries.map(
    ({ source, texts }) =>
      markup`<h3>${source}</h3>
        ${texts.map((text) => markup`<p class="line">${text}</p>`)}`,
  );
  return markup`<section id="${reader}">
    <h2>${TITLES[reader]}</h2>
    ${shown}
  </section>`;
}

/** The same without a browser. */
export function wordingText(): string {
  return entriesByReader()
    .map(({ reader, entries }) =>
      [
        `# ${TITLES[reader]}`,
        ...entries.map(({ source, texts }) => [`## ${source}`, ...texts].join('\n')),
      ].join('\n\n'),
    )
    .join('\n\n');
}

function linesOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { texts }) => sum + texts.length, 0);
}
