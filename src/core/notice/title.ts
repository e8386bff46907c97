const LONGEST = 30;
const GREETING = /^(?:尊敬的|亲爱的)?(?:各位|全体|各)[^:：\n]{0,16}[:：]\s*/u;

/** What a notice is called in a sentence about it: its first line, bounded, without brackets and greeting. */
export function titleOf(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const first = lines.find((line) => line !== '') ?? '';
  const bare = first
    .replace(/^@\S+\s*/u, '')
    .replaceAll(/[【】[\]〖〗《》<>#*]/gu, ' ')
    .trim();
  const said = bare.replace(GREETING, '') || bare;
  const clause = [...said].length > LONGEST ? (said.split(/[,，。:：;；!！]/u)[0] ?? said) : said;
  const shown = [...clause.replaceAll(/\s+/gu, ' ')];
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST - 1).join('')}…` : shown.join('');
}
