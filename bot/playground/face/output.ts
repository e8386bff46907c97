import { clearScreenDown, cursorTo, type Interface, moveCursor } from 'node:readline';

/** Where everything is printed; while somebody types, above the line being typed. */
export interface Output {
  print(text: string): void;
  /** The prompt waits for a line. Null: it does not. */
  await(prompt: Interface | null): void;
}

export function createOutput(stream: NodeJS.WriteStream): Output {
  let waiting: Interface | null = null;
  return {
    print(text) {
      if (waiting === null) return void stream.write(`${text}\n`);
      moveCursor(stream, 0, -waiting.getCursorPos().rows);
      cursorTo(stream, 0);
      clearScreenDown(stream);
      stream.write(`${text}\n${'\n'.repeat(rowsTakenBack(waiting))}`);
      waiting.prompt(true);
    },
    await: (prompt) => void (waiting = prompt),
  };
}

/** To draw its line anew, readline goes up as many rows as that line took before; they must not be those just printed. */
function rowsTakenBack(prompt: Interface): number {
  const rows: unknown = Reflect.get(prompt, 'prevRows');
  return typeof rows === 'number' ? rows : 0;
}
