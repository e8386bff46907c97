import type { GatewayProcess } from './gateway.js';
import type { Program } from './program.js';

/** As short as a machine that is busy with other tests allows. */
export const IMPATIENT = {
  E2E_PATIENCE: JSON.stringify({ probeMs: 500, answerMs: 2500, deafMs: 2000, loginMs: 2000 }),
};

/** Every change of the connection that the program has named so far, in order, as `broken:unreachable`. */
export function namedBy(program: Program): readonly string[] {
  return program.output.seen.flatMap((line) => {
    const state = stateIn(line);
    return state === null ? [] : [state];
  });
}

/** Resolves when the program names this state, after as many changes as it had named before. */
export async function names(program: Program, state: string, after = namedBy(program).length): Promise<void> {
  await program.output.until(() => namedBy(program).slice(after).includes(state));
}

function stateIn(line: string): string | null {
  if (!line.startsWith('{') || !line.includes('"msg":"connection"')) return null;
  const { connection, why } = JSON.parse(line) as { connection: string; why?: string };
  return why === undefined ? connection : `${connection}:${why}`;
}

/** The next line that the bot sends is refused as WorkPro's gateway does where there were too many. */
export async function forbidOnce(gateway: GatewayProcess): Promise<void> {
  const error = '13 INTERNAL: WorkproErrorCode: 20001, Feature temporarily unavailable';
  const fault = { kind: 'fail', method: 'messageSendText', times: 1, error, when: 'before' } as const;
  await gateway.order({ cmd: 'faults', arm: [fault] });
}
