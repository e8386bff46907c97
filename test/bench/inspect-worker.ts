import { join } from 'node:path';
import { makeSoundTable } from '../../src/core/judge/sounds.js';
import { compileLexicon } from '../../src/core/lexicon/compile.js';
import { readDisguises, readSyllables } from '../../src/core/lexicon/disguise.js';
import { makeAloud } from '../../src/core/lexicon/aloud.js';
import { makeMender } from '../../src/core/lexicon/mend.js';
import { parseLexicon } from '../../src/core/lexicon/parse.js';
import { LEAST_JOINED, makeWordTable } from '../../src/core/lexicon/word-table.js';
import { createRules, inspect } from '../../src/core/rules/index.js';
import { plainMessage } from '../../src/core/rules/scan.js';
import { makeFoldTable } from '../../src/core/text/fold.js';
import { HitBuffer } from '../../src/core/text/hits.js';
import { readJudge } from '../../src/judge-file/judge-file.js';
import { readLexiconDirectory } from '../../src/lexicon/directory.js';
import { readTraditionalPairs } from '../../src/lexicon/traditional.js';
import { countedWords } from '../../src/segment/common-words.js';
import { createJiebaSegmenter } from '../../src/segment/jieba.js';
import { createContentRules, lexiconsFolder } from '../../bot/engine.js';
import { measure } from './measure.js';
import { ahoCorasickPass } from './opponents.js';
import { makeMaterial } from './words.js';

const ROUNDS = 11;
const material = makeMaterial(10_000);
const messages = material.messages.map(plainMessage);

/** Prints, for one size, messages a second of: all content rules over that many words, and over the lexicons as shipped; aho-corasick's bare scan, scan and segmentation. */
function main(size: number): void {
  const words = material.words(size);
  const tools = makeTools(words);
  const rules = createRules({}, tools);
  const shipped = createContentRules(lexiconsFolder()).rules;
  const aho = ahoCorasickPass(words);
  const hits = new HitBuffer();
  const { matcher } = tools.lexicon;
  const cut = (text: string): number => tools.segmenter.cut(text).length;
  const ms = measure(
    [
      { name: 'inspect', run: () => messages.forEach((message) => inspect(rules, message)) },
      { name: 'shipped', run: () => messages.forEach((message) => inspect(shipped, message)) },
      { name: 'aho', run: () => aho(material.messages) },
      {
        name: 'onHits',
        run: () => material.messages.forEach((text) => matcher.scan(text, hits) > 0 && cut(text)),
      },
      { name: 'onAll', run: () => material.messages.forEach((text) => matcher.scan(text, hits) + cut(text)) },
    ],
    ROUNDS,
  );
  const perSecond = Object.entries(ms).map(
    ([name, time]) => [name, (messages.length / time) * 1000] as const,
  );
  process.stdout.write(JSON.stringify(Object.fromEntries(perSecond)));
}

/** The shipped rules over a lexicon of the measured words alone, so that its size is what is measured. */
function makeTools(words: readonly string[]) {
  const text = ['类别: gambling', '条款: A5', '默认: 疑似 | 0.6', '[单词]', ...words].join('\n');
  const prohibited = readLexiconDirectory(join(lexiconsFolder(), 'prohibited')).sources;
  const shared = prohibited.filter(({ file }) => file === 'common.txt');
  const folding = makeFoldTable(readTraditionalPairs());
  const lexicon = compileLexicon([...shared, { file: 'bench.txt', text }], folding);
  const judge = readJudge(join(lexiconsFolder(), 'model', 'judge.bin'));
  const counted = [...countedWords(LEAST_JOINED)];
  const known = makeWordTable(counted, lexicon.words);
  const sounds = makeSoundTable(folding, readSyllables(prohibited));
  const ear = {
    model: readJudge(join(lexiconsFolder(), 'model', 'sounds.bin')),
    sounds,
    aloud: makeAloud({ counted, words: known, sounds }),
  };
  const { alike } = readDisguises(prohibited.map((source) => parseLexicon(source).file));
  const mender = makeMender({ words: known, alike, fold: folding });
  return { lexicon, segmenter: createJiebaSegmenter(lexicon.words), folding, judge, ear, mender };
}

main(Number(process.argv[2] ?? 10_000));
