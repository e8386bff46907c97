import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { byCharacters, bySounds } from '../../src/core/judge/channel.js';
import { makeSoundTable, type SoundTable } from '../../src/core/judge/sounds.js';
import { readSyllables } from '../../src/core/lexicon/disguise.js';
import { type FoldTable, makeFoldTable } from '../../src/core/text/fold.js';
import { stringField } from '../../src/jsonl/field.js';
import { InputError } from '../../src/jsonl/input-error.js';
import { openInput } from '../../src/jsonl/open.js';
import { readJsonLines, type Row } from '../../src/jsonl/read.js';
import { writeJudge } from '../../src/judge-file/judge-file.js';
import { readLexiconDirectory } from '../../src/lexicon/directory.js';
import { readTraditionalPairs } from '../../src/lexicon/traditional.js';
import { figuresText } from '../../src/train/card.js';
import { categoryOf, type Example } from '../../src/train/example.js';
import { expandAll } from '../../src/train/expand.js';
import { GrammarError, parseGrammar } from '../../src/train/grammar.js';
import { HEARD, SOUNDS, TRAINING } from '../../src/train/settings.js';
import { train, TrainingError } from '../../src/train/train.js';
import { lexiconsFolder } from '../engine.js';
import { UsageError } from './fail.js';

export interface TrainCommand {
  /** Grammars (`.txt`) and labelled rows (JSONL, also packed). */
  readonly files: readonly string[];
  readonly out: string;
  readonly benign?: string;
  /** Only rows whose `source` begins with one of these; empty: all. */
  readonly sources: readonly string[];
  /** Files of harmless rows that speak of prohibited things: they teach, but set no thresholds for everyday messages. */
  readonly contrast: readonly string[];
  readonly review?: number;
  readonly stdin: Readable;
  readonly print: (line: string) => void;
}

const WEIGHTS_FILE = 'judge.bin';
const SOUNDS_FILE = 'sounds.bin';
const FIGURES_FILE = 'figures.txt';

/**
 * `qunshao train FILE… --out DIR [--benign FILE]`: learns a judge and writes its weights and figures.
 * @throws InputError for a row that cannot be read, UsageError for a grammar or data that cannot teach
 */
export async function trainJudge(command: TrainCommand): Promise<void> {
  try {
    await learnAndWrite(command);
  } catch (error) {
    if (error instanceof GrammarError || error instanceof TrainingError) throw new UsageError(error.message);
    throw error;
  }
}

async function learnAndWrite(command: TrainCommand): Promise<void> {
  const examples = [...expandAll(command.files.filter(isGrammar).map(readGrammar))];
  for (const file of [...command.files.filter((name) => !isGrammar(name)), ...command.contrast])
    examples.push(...(await readExamples(file, command)));
  const benign = command.benign === undefined ? [] : await readExamples(command.benign, command);
  const folding = makeFoldTable(readTraditionalPairs());
  const review = command.review ?? TRAINING.review;
  if (!(review >= 0 && review < 1)) throw new UsageError('--review 要在 0 和 1 之间,例如 0.0015');
  const bench = benign.map((row) => row.text);
  const eye = train(examples, {
    ...TRAINING,
    channel: byCharacters(folding),
    review,
    benign: bench,
  });
  const heard = examples.filter(({ category }) => category === null || HEARD.includes(category));
  const ear = heard.every(({ category }) => category === null)
    ? null
    : train(heard, { ...SOUNDS, channel: bySounds(soundTable(folding)), review, benign: bench });
  mkdirSync(command.out, { recursive: true });
  writeJudge(join(command.out, WEIGHTS_FILE), eye.model);
  if (ear !== null) writeJudge(join(command.out, SOUNDS_FILE), ear.model);
  const figures = [figuresText('按字', eye), ...(ear === null ? [] : [figuresText('按音', ear)])].join('\n');
  writeFileSync(join(command.out, FIGURES_FILE), figures);
  command.print(figures.trimEnd());
}

/** Which characters sound alike is said by the lexicons that this program runs with. */
function soundTable(folding: FoldTable): SoundTable {
  const { sources } = readLexiconDirectory(join(lexiconsFolder(), 'prohibited'));
  return makeSoundTable(folding, readSyllables(sources));
}

function isGrammar(file: string): boolean {
  return file.endsWith('.txt');
}

function readGrammar(file: string) {
  if (!existsSync(file)) throw new UsageError(`${file} 不存在;请检查文件名`);
  return parseGrammar(basename(file), readFileSync(file, 'utf8'));
}

async function readExamples(
  file: string,
  { stdin, sources, contrast }: TrainCommand,
): Promise<readonly Example[]> {
  const examples: Example[] = [];
  for await (const row of readJsonLines(openInput(file, stdin))) {
    const source = typeof row.value['source'] === 'string' ? row.value['source'] : '';
    if (sources.length > 0 && !sources.some((wanted) => source.startsWith(wanted))) continue;
    const category = categoryOf(
      labelOf(row),
      typeof row.value['category'] === 'string' ? row.value['category'] : null,
    );
    if (category !== undefined)
      examples.push({ text: stringField(row, 'text'), category, origin: 'contrast' });
  }
  const everyday = examples.every((example) => example.category === null) && !contrast.includes(file);
  return examples.map((example) => ({ ...example, origin: everyday ? 'everyday' : 'contrast' }));
}

function labelOf(row: Row): 0 | 1 {
  const { label } = row.value;
  if (label === 0 || label === 1) return label;
  if (label === undefined) return 0;
  throw new InputError(row.place, '字段 "label" 只能是 0 或 1;请补上或改正 (field "label" must be 0 or 1)');
}
