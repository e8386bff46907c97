import { fileURLToPath } from 'node:url';
import { compileLexicon } from '../../src/core/lexicon/compile.js';
import { makeFoldTable } from '../../src/core/text/fold.js';
import type { RuleTools } from '../../src/core/rules/rule.js';
import { readJudge } from '../../src/judge-file/judge-file.js';
import { readLexiconDirectory } from '../../src/lexicon/directory.js';
import { readTraditionalPairs } from '../../src/lexicon/traditional.js';
import { createJiebaSegmenter } from '../../src/segment/jieba.js';

const LEXICONS = fileURLToPath(new URL('../../lexicons/prohibited', import.meta.url));
const JUDGE = fileURLToPath(new URL('../../lexicons/model/judge.bin', import.meta.url));

/** The lexicons as shipped, with the real segmenter and without the learned judge. */
export function shippedTools(): RuleTools {
  const { sources } = readLexiconDirectory(LEXICONS);
  const folding = makeFoldTable(readTraditionalPairs());
  const lexicon = compileLexicon(sources, folding);
  return { lexicon, segmenter: createJiebaSegmenter(lexicon.words), folding, judge: null };
}

/** Everything as shipped, the learned judge included: what people meet. */
export function shippedWithJudge(): RuleTools {
  return { ...shippedTools(), judge: readJudge(JUDGE) };
}
