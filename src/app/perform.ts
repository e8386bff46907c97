import type { About, Action } from '../core/model/action.js';
import type { Outcome } from '../core/model/outcome.js';
import { render } from '../core/wording/action.js';
import { tellingText } from '../core/wording/telling.js';
import type { Attach, Platform } from '../ports.js';

/** Does one action on a platform. Wording is rendered here, at the edge. */
export async function perform(
  platform: Platform,
  action: Action,
  attach: Attach = NOTHING,
): Promise<Outcome> {
  try {
    return await attempt(platform, action, attach);
  } catch (error) {
    return {
      kind: 'refused',
      reason: 'failed',
      detail: error instanceof Error ? error.message : String(error),
    };
  }
}

const NOTHING: Attach = () => [];

function attempt(platform: Platform, action: Action, attach: Attach): Promise<Outcome> {
  const done = act(platform, action);
  if (done !== null) return done;
  const rendered = render(action);
  if (rendered === null) return Promise.resolve({ kind: 'done' });
  if (rendered.to === 'group') {
    return platform.say(rendered.groupId, {
      text: rendered.text,
      mentions: rendered.mentions,
      attachments: attach(action),
      about: aboutOf(action),
    });
  }
  return platform.direct(rendered.memberId, rendered.groupId, {
    text: rendered.text,
    mentions: [],
    attachments: attach(action),
    about: aboutOf(action),
  });
}

/** What is done rather than said; null for what is said. */
function act(platform: Platform, action: Action): Promise<Outcome> | null {
  switch (action.kind) {
    case 'remove':
      return platform.remove(action.groupId, action.member.id, action.about);
    case 'accept':
      return platform.accept(action.invitation, action.id);
    case 'recall':
      return platform.recall(action.groupId, action.messageId, action.about);
    case 'rename':
      return platform.rename(action.groupId, action.name);
    case 'announce':
      return platform.announce(action.groupId, tellingText(action.telling));
    case 'report':
      return platform.report(tellingText(action.telling));
    case 'invite':
      return platform.invite(action.groupId, action.to.id);
    default:
      return null;
  }
}

function aboutOf(action: Action): About | null {
  return 'about' in action ? action.about : null;
}
