import { activity } from './activity.js';
import { about } from './about.js';
import { appeal } from './appeal.js';
import { appoint } from './appoint.js';
import { approve } from './approve.js';
import { authorise } from './authorise.js';
import { ban, unban } from './ban.js';
import { cards } from './cards.js';
import { farewell } from './leave.js';
import { caseCommand } from './case.js';
import { claimCase } from './claim-case.js';
import { claim } from './claim.js';
import type { Command } from './command.js';
import { confirm } from './confirm.js';
import { copy } from './copy.js';
import { digest } from './digest.js';
import { domain } from './domain.js';
import { exempt } from './exempt.js';
import { dismiss } from './dismiss.js';
import { findGroup } from './find.js';
import { exportCommand } from './export.js';
import { group } from './group.js';
import { handover } from './handover.js';
import { help } from './help.js';
import { incident } from './incident.js';
import { lexicon } from './lexicon.js';
import { missed } from './missed.js';
import { mode } from './mode.js';
import { myData } from './my-data.js';
import { ok } from './ok.js';
import { overlap } from './overlap.js';
import { overturn } from './overturn.js';
import { privacy } from './privacy.js';
import { register } from './register.js';
import { quiet } from './quiet.js';
import { reject } from './reject.js';
import { renameCommand } from './rename.js';
import { remove } from './remove.js';
import { report } from './report.js';
import { restore } from './restore.js';
import { revoke } from './revoke.js';
import { join } from './join.js';
import { offboard } from './offboard.js';
import { roster } from './roster.js';
import { rules } from './rules.js';
import { standing } from './standing.js';
import { rule } from './rule.js';
import { set } from './set.js';
import { status } from './status.js';
import { stolen } from './stolen.js';
import { strikes } from './strikes.js';
import { suspend } from './suspend.js';
import { transfer } from './transfer.js';
import { submit } from './submit.js';
import { verify } from './verify.js';
import { warn } from './warn.js';
import { why } from './why.js';
import { withdraw } from './withdraw.js';

/** The registry: every command has one line here, in the order that /帮助 shows them. */
export const COMMANDS: readonly Command[] = [
  help,
  rules,
  privacy,
  myData,
  about,
  findGroup,
  ok,
  verify,
  submit,
  strikes,
  caseCommand,
  why,
  report,
  appeal,
  stolen,
  status,
  group,
  confirm,
  reject,
  approve,
  overturn,
  claimCase,
  warn,
  remove,
  activity,
  incident,
  withdraw,
  missed,
  quiet,
  authorise,
  revoke,
  ban,
  unban,
  cards,
  roster,
  join,
  offboard,
  farewell,
  digest,
  mode,
  set,
  rule,
  lexicon,
  exportCommand,
  domain,
  exempt,
  register,
  renameCommand,
  appoint,
  dismiss,
  transfer,
  handover,
  copy,
  claim,
  standing,
  suspend,
  restore,
  overlap,
];
