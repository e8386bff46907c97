import { createInterface } from 'node:readline';
import { BadLine } from './order.js';
import type { Theatre } from './start.js';
import { VERBS } from './verbs.js';

/** Talks with whoever sits at the terminal until they have enough. */
export async function converse(theatre: Theatre): Promise<void> {
  const { output, face, stage } = theatre;
  const { stdin, stdout } = process;
  const names = (): readonly string[] => [...stage.world.state.people.values()].map(({ name }) => name);
  const prompt = createInterface({
    input: stdin,
    output: stdout,
    completer: (line: string) => complete(line, names()),
  });
  prompt.on('SIGINT', () => prompt.close());
  const ask = (): void => {
    const speaker = face.speaker;
    prompt.setPrompt(speaker === null ? '> ' : `${speaker} > `);
    output.await(prompt);
    prompt.prompt();
  };
  prompt.on('line', () => output.await(null));
  ask();
  for await (const line of prompt) {
    if (!(await answered(theatre, line))) break;
    ask();
  }
  output.await(null);
  prompt.close();
  output.print('');
}

/** @returns whether to go on. What was written wrongly is answered, never fatal. */
async function answered({ face, output, screen }: Theatre, line: string): Promise<boolean> {
  try {
    return await face.obey(line);
  } catch (error) {
    const text =
      error instanceof BadLine
        ? error.message
        : `这一步没办成(${error instanceof Error ? error.message : '原因不明'})。`;
    output.print(screen.tell(text, 'bad'));
    return true;
  }
}

/** Completes the first word: a verb or somebody's name. */
function complete(line: string, names: readonly string[]): [string[], string] {
  const words = [...VERBS.flatMap((verb) => verb.names.slice(0, 1)), ...names];
  return [words.filter((word) => word.startsWith(line)), line];
}
