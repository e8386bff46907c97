import { createInterface, type Interface } from 'node:readline';
import { codeOutcomeText, codePrompt } from '../src/core/wording/verify-code.js';
import type { CodeRequest, VerifyCodes } from './wechaty/verify-codes.js';

interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Asks for a code on the terminal while one is wanted. Answers how to stop. */
export function askOnTerminal(codes: VerifyCodes, { input, output }: Terminal): () => void {
  let lines: Interface | null = null;
  const close = (): void => {
    lines?.close();
    lines = null;
  };
  const ask = ({ id, wasWrong }: CodeRequest): void => {
    close();
    lines = createInterface({ input, output });
    lines.question(codePrompt(wasWrong ? 'after-a-wrong-one' : 'first'), (code) => {
      void codes.enter(id, code).then((outcome) => {
        // Of a wrong one the next question tells.
        if (outcome !== 'wrong') output.write(`${codeOutcomeText(outcome)}\n`);
      });
    });
  };
  const unsubscribe = codes.subscribe((wanted) => (wanted === null ? close() : ask(wanted)));
  return () => {
    unsubscribe();
    close();
  };
}
