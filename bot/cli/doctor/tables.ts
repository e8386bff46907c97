import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../../src/core/model/instant.js';
import { readJudge } from '../../../src/judge-file/judge-file.js';
import { createRasteriser } from '../../../src/render/png.js';
import { bad, care, good, type Row } from './row.js';

/** What the engine said of its tables when they were made. */
export function lexiconRows(warnings: readonly string[], rules: number): readonly Row[] {
  if (warnings.length === 0) return [good('词库和名称表', `${rules} 条规则可用`)];
  return warnings.map((warning) =>
    bad('词库和名称表', warning, '请重新安装,或用 qunshao lexicon lint 检查改过的文件'),
  );
}

const JUDGES = ['judge.bin', 'sounds.bin'];

/** Without the judges the words decide alone: less is found. */
export function judgeRow(lexicons: string): Row {
  const area = '判断模型';
  const faults = JUDGES.flatMap((name) => faultOf(join(lexicons, 'model', name)));
  if (faults.length === 0) return good(area, `${JUDGES.length} 个都能读`);
  return bad(area, faults.join('、'), '现在只用词库判断;请重新安装,或用 qunshao train 重新训练');
}

function faultOf(path: string): readonly string[] {
  if (!existsSync(path)) return [`${path} 不在`];
  try {
    readJudge(path);
    return [];
  } catch {
    return [`${path} 读不了`];
  }
}

/** The state settles a year's holidays in November of the year before. */
export function calendarRow(lexicons: string, now: Instant): Row {
  const area = '节假日';
  const today = new Date(now + 8 * 3_600_000);
  const year = today.getUTCFullYear();
  const has = (one: number): boolean => existsSync(join(lexicons, 'calendar', `holidays-${one}.txt`));
  const mend = (one: number): string => `请升级 qunshao,或照已有的文件写一个 holidays-${one}.txt`;
  if (!has(year)) return bad(area, `没有 ${year} 年的节假日表,只按周末算`, mend(year));
  if (today.getUTCMonth() === 11 && !has(year + 1))
    return care(area, `还没有 ${year + 1} 年的节假日表,元旦起只按周末算`, mend(year + 1));
  return good(area, `有 ${year} 年的`);
}

const FONT = 'NotoSansSC-Medium.ttf';
const LETTER =
  '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text x="1" y="15" font-size="12">周</text></svg>';

/** The digest's picture is drawn with a font of our own by a library with native parts. */
export async function pictureRow(fonts: string): Promise<Row> {
  const area = '周报图片';
  if (!existsSync(join(fonts, FONT)))
    return bad(area, `没有字体 ${FONT},图上的汉字会是空白`, '请重新安装 qunshao');
  try {
    await createRasteriser(fonts)(LETTER);
    return good(area, '字体和绘图库都在');
  } catch {
    return bad(area, '绘图库 sharp 用不了', '请在这台机器上重新运行 npm ci');
  }
}
