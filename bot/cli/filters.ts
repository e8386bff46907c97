import type { Readable, Writable } from 'node:stream';
import { cardLine } from '../../src/core/card/line.js';
import { noticeLine } from '../../src/core/notice/line.js';
import { judge } from '../../src/core/policy/judge.js';
import type { Config, Organisation } from '../../src/core/policy/settings.js';
import { OFF_TOPIC_KINDS } from '../../src/core/policy/conduct-settings.js';
import { PRESETS, presetTemplate } from '../../src/core/policy/preset.js';
import { ALUMNI_GROUP_NAMES, GROUP_NAME_FIELDS, templateProblem } from '../../src/core/policy/template.js';
import type { RuleOptions } from '../../src/core/rules/index.js';
import { scanLine } from '../../src/core/rules/scan.js';
import { idField, stringField } from '../../src/jsonl/field.js';
import { openInput } from '../../src/jsonl/open.js';
import type { Row } from '../../src/jsonl/read.js';
import { createCards, createContentRules, createGroupNames, lexiconsFolder } from '../engine.js';
import { UsageError } from './fail.js';
import { runFilter } from './filter.js';

/** Where a filter reads and writes. */
export interface Streams {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly warn: (line: string) => void;
}

/** `qunshao scan [FILE]`: content rules only. */
export async function scan(file: string | undefined, preset: string, streams: Streams): Promise<void> {
  if (!PRESETS.some((known) => known === preset))
    throw new UsageError(`--preset ${preset} 不认识;可选:${PRESETS.join('、')}`);
  const options = preset === 'work' ? { 'off-topic': { kinds: OFF_TOPIC_KINDS } } : {};
  const answer = scanner(streams.warn, options);
  await filter(file, streams, (row) => ({ ...withId(row), ...answer(stringField(row, 'text')) }));
}

/** One text → the answer of `scan`. Shared with `eval`. */
export function scanner(warn: (line: string) => void, options: RuleOptions = {}) {
  const { rules, warnings } = createContentRules(lexiconsFolder(), options);
  for (const warning of warnings) warn(warning);
  return (text: string) => {
    const { failures, ...line } = scanLine(text, rules, judge);
    for (const failure of failures) warn(`规则 ${failure.rule} 出错,已跳过`);
    return line;
  };
}

/** `qunshao card [FILE] [--template T]`. */
export async function card(
  file: string | undefined,
  template: string | undefined,
  of: { config: Config; streams: Streams },
): Promise<void> {
  const { config, streams } = of;
  const cards = createCards({
    lexicons: lexiconsFolder(),
    organisation: config.organisation,
    year: new Date().getFullYear(),
    content: createContentRules(lexiconsFolder()).rules,
  });
  for (const warning of cards.warnings) streams.warn(warning);
  const parser = parserOf(cards.card, template ?? presetTemplate('alumni') ?? '');
  await filter(file, streams, (row) => ({ ...withId(row), ...cardLine(stringField(row, 'card'), parser) }));
}

function parserOf(make: ReturnType<typeof createCards>['card'], template: string) {
  try {
    return make(template);
  } catch (error) {
    throw new UsageError(`--template ${template}:${error instanceof Error ? error.message : String(error)}`);
  }
}

/** `qunshao group-name [FILE] [--template T]…`: by the configuration's templates, or the usual ones of alumni groups. */
export async function groupName(
  file: string | undefined,
  templates: readonly string[],
  of: { config: Config; streams: Streams },
): Promise<void> {
  const { organisation } = of.config;
  for (const template of templates) {
    const problem = templateProblem(template, GROUP_NAME_FIELDS);
    if (problem !== null) throw new UsageError(`--template ${template}:${problem}`);
  }
  const configured = organisation.groupNames.length > 0 ? organisation.groupNames : ALUMNI_GROUP_NAMES;
  const groupNames = templates.length > 0 ? templates : configured;
  const { tables } = createCards({
    lexicons: lexiconsFolder(),
    organisation,
    year: new Date().getFullYear(),
  });
  const names = createGroupNames(lexiconsFolder(), tables, { groupNames, words: organisation.words });
  for (const warning of names.warnings) of.streams.warn(warning);
  await filter(file, of.streams, (row) => ({ ...withId(row), ...names.check(stringField(row, 'name')) }));
}

/** `qunshao notice [FILE]`. */
export async function notice(
  file: string | undefined,
  organisation: Organisation,
  streams: Streams,
): Promise<void> {
  await filter(file, streams, (row) => noticeLine(idField(row), stringField(row, 'text'), { organisation }));
}

function filter(
  file: string | undefined,
  { stdin, stdout }: Streams,
  map: (row: Row) => object,
): Promise<void> {
  return runFilter({ input: openInput(file, stdin), output: stdout, map });
}

function withId(row: Row): { id?: string | number } {
  const id = idField(row);
  return id === undefined ? {} : { id };
}
