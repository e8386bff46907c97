import type { Trained } from './train.js';

/** The figures of a training, as a table for the model card. */
export function figuresText(name: string, { figures, lines, harmless, grams, kept }: Trained): string {
  const rows = figures.map(
    ({ category, lines: own, recall, reviewMargin }) =>
      `| ${category} | ${own} | ${recall.toFixed(3)} | ${reviewMargin.toFixed(2)} |`,
  );
  return [
    `${name}:训练 ${lines} 行(其中正常 ${harmless} 行);特征 ${grams} 个,留下 ${kept} 个。`,
    '',
    '| 类别 | 行数 | 召回(交叉验证) | 复核阈值 |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
