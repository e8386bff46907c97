import type { Answer } from '../../core/model/answer.js';
import { type FormLine, readForm } from '../../core/command/register.js';
import { postName } from '../../core/wording/register.js';
import type { Records } from '../../ports.js';
import type { Call } from '../commands/command.js';
import { change } from './change.js';
import { formOf, missingOf } from './form.js';

/** Writes what a person tells of the filing form. In private only: there are phones in it. */
export async function fillForm(call: Call, text: string): Promise<Answer> {
  const lines = readForm(text);
  const unread = lines.find((line) => line.kind === 'unread');
  if (unread !== undefined) return { kind: 'register-unread', line: unread.line };
  if (lines.length === 0) return { kind: 'register-unread', line: text };
  const filled = [...new Set(lines.flatMap(nameOfLine))];
  // Names and phones stand in their table alone; the history says which lines were filled.
  const made = { kind: 'filled', memberId: null, detail: filled.join('、'), actions: [] } as const;
  await change(call, made, (records) => write(call, records, lines));
  const { store } = call.desk.deps;
  const missing = missingOf(await formOf(store, call.state), await store.posts(call.state.group.id));
  return { kind: 'register-filled', filled, missing };
}

function nameOfLine(line: FormLine): readonly string[] {
  switch (line.kind) {
    case 'post':
      return [postName(line.post)];
    case 'purpose':
      return ['用途'];
    case 'place':
      return ['地名'];
    case 'unread':
      return [];
  }
}

async function write({ state }: Call, records: Records, lines: readonly FormLine[]): Promise<void> {
  const groupId = state.group.id;
  const known = await records.posts(groupId);
  const form = await formOf(records, state);
  const said = (kind: 'purpose' | 'place'): string | null =>
    lines.flatMap((line) => (line.kind === kind ? [line.text] : [])).at(-1) ?? form[kind];
  await records.putForm({ ...form, purpose: said('purpose'), place: said('place') });
  for (const line of lines) {
    if (line.kind !== 'post') continue;
    const { post, name, title, phone } = line;
    // The same person's title and phone stay where the line leaves them out; another's do not.
    const same = known.find((one) => one.post === post && one.name === name);
    await records.putPost({
      groupId,
      post,
      name,
      title: title === '' ? (same?.title ?? '') : title,
      phone: phone === '' ? (same?.phone ?? '') : phone,
    });
  }
}
