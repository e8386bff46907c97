import type { ConnectionState } from '../../../src/core/connection/state.js';
import { connectionText, FLEETING_IDS } from '../../../src/core/wording/connection.js';
import { listenFailedText } from '../../../src/core/wording/operating.js';
import { codeOutcomeText, codePrompt } from '../../../src/core/wording/verify-code.js';
import { DOCTOR_LINES } from './doctor.js';
import { NOW } from './model.js';

type Of<Kind extends ConnectionState['kind']> = Extract<ConnectionState, { kind: Kind }>;

/** Every state of the connection, in every variant that has words of its own. A kind left out does not compile. */
const STATES: { readonly [Kind in ConnectionState['kind']]: readonly Of<Kind>[] } = {
  starting: [{ kind: 'starting' }],
  connected: [{ kind: 'connected' }],
  'waiting-for-login': (['scan', 'verify-code', 'logged-out', 'silent'] as const).map((why) => ({
    kind: 'waiting-for-login',
    why,
  })),
  broken: (['unreachable', 'insecure', 'dropped', 'silent', 'failed'] as const).map((why) => ({
    kind: 'broken',
    why,
  })),
  deaf: [{ kind: 'deaf' }],
  refused: [{ kind: 'refused' }],
  'cut-off': [{ kind: 'cut-off', until: NOW + 600_000 }],
  stopped: [{ kind: 'stopped' }],
};

/** What the program says to whoever runs it: in its log, where it stands as `advice`, on the terminal, and by `qunshao doctor`. */
export const OPERATOR_LINES: readonly { readonly source: string; readonly texts: readonly string[] }[] = [
  ...Object.values(STATES).flatMap((states) =>
    states.map((state: ConnectionState) => ({
      source: `log connection ${state.kind}${'why' in state ? ` ${state.why}` : ''}`,
      texts: [connectionText(state, NOW)],
    })),
  ),
  {
    source: 'log metrics not served',
    texts: [listenFailedText({ host: '127.0.0.1', port: 9464 })],
  },
  { source: 'log ids change at every login', texts: [FLEETING_IDS] },
  { source: 'terminal verify code', texts: (['first', 'after-a-wrong-one'] as const).map(codePrompt) },
  {
    source: 'terminal verify code given',
    texts: (['accepted', 'spent', 'not-wanted', 'failed'] as const).map(codeOutcomeText),
  },
  ...DOCTOR_LINES,
];
