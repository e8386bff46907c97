import type { z } from 'zod';
import type { Finding } from '../model/finding.js';
import type { Message } from '../model/message.js';
import { contact } from './contact.js';
import { learned } from './learned.js';
import { offTopic } from './off-topic.js';
import { prohibited } from './prohibited.js';
import { privacy } from './privacy.js';
import { judgedText, type Rule, type RuleDefinition, type RuleTools } from './rule.js';
import { secrets } from './secrets.js';
import { traitsOf } from '../text/traits.js';
import { unsafeLink } from './unsafe-link.js';

/** Options by rule id, as a configuration gives them. A rule without options takes its defaults. */
export type RuleOptions = Readonly<Record<string, unknown>>;

/** Makes one rule ready. Throws ZodError where its options are wrong. */
type Maker = (options: RuleOptions, tools: RuleTools) => Rule;

/** The registry: every content rule has one line here. */
const MAKERS: readonly Maker[] = [
  maker(prohibited),
  maker(privacy),
  maker(secrets),
  maker(unsafeLink),
  maker(contact),
  maker(offTopic),
  maker(learned),
];

export function createRules(options: RuleOptions, tools: RuleTools): readonly Rule[] {
  return MAKERS.map((make) => make(options, tools));
}

function maker<Options>(definition: RuleDefinition<Options>): Maker {
  const { id, clauses } = definition;
  return (options, tools) => {
    const schema: z.ZodType<Options> = definition.options;
    return { id, clauses, ...definition.create(schema.parse(options[id] ?? {}), tools) };
  };
}

/** A rule that threw. Its findings are missing; those of the others are there. */
interface RuleFailure {
  readonly rule: string;
  readonly error: unknown;
}

export interface Inspection {
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
}

/** A finding's least score. Below it stand hints. */
const LEAST = 0.5;
const NONE: readonly Finding[] = [];
const NO_FAILURES: readonly RuleFailure[] = [];
/** The trait of every text, and all traits. */
const ALWAYS = 1 << 30;
const EVERY = -1;
const CLEAN: Inspection = { findings: [], failures: [] };

/** Runs every rule that may find something over the message. A throwing rule is isolated. */
export function inspect(rules: readonly Rule[], message: Message): Inspection {
  let findings: Finding[] | null = null;
  let failures: RuleFailure[] | null = null;
  const traits = traitsOfMessage(message);
  for (const rule of rules) {
    if (((rule.needs ?? EVERY) & traits) === 0) continue;
    try {
      const found = rule.message(message);
      if (found.length > 0) findings = [...(findings ?? []), ...found];
    } catch (error) {
      failures = [...(failures ?? []), { rule: rule.id, error }];
    }
  }
  return refine(rules, message, { findings: findings ?? NONE, failures: failures ?? NO_FAILURES });
}

/** Of the judged text; a link or a file beside it is for every rule to look at. */
function traitsOfMessage(message: Message): number {
  return message.url === null && message.file === null ? traitsOf(judgedText(message)) | ALWAYS : EVERY;
}

/** Lets the rules that judge findings have the last word. Where one throws, what was found stands. */
function refine(rules: readonly Rule[], message: Message, inspection: Inspection): Inspection {
  let { findings, failures } = inspection;
  for (const rule of rules) {
    if (rule.refine === undefined) continue;
    try {
      findings = rule.refine(findings, message);
    } catch (error) {
      failures = failures.concat({ rule: rule.id, error });
    }
  }
  if (findings.length === 0 && failures.length === 0) return CLEAN;
  return { findings: findings.every(stands) ? findings : findings.filter(stands), failures };
}

/** Hints are for the rules that judge: what none of them raised is no finding. */
function stands(finding: Finding): boolean {
  return finding.score >= LEAST;
}
