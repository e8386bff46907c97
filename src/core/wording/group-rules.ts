import { nameOf } from './mask.js';
import { GROUP_RULES } from './names.js';

/** The rules of a group, numbered, with the format of its cards. */
export function groupRulesText({
  groupName,
  format,
  example,
}: {
  readonly groupName: string;
  readonly format: string | null;
  readonly example: string;
}): string {
  const rules = GROUP_RULES.map((rule, index) => `${index + 1}. ${rule.text}`);
  const card = format === null ? [] : [`名片格式:${format},比如 ${example}`];
  return [
    `“${nameOf(groupName)}”群规:`,
    ...rules,
    ...card,
    '先提醒,再提醒,屡次才请离群;不同意见和批评不算违规。',
  ].join('\n');
}
