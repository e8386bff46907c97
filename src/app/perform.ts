import type { About, Action, Outcome } from '../core/model/action.js';
import { render } from '../core/wording/action.js';
import type { Platform } from '../ports.js';

/** Does one action on a platform. Wording is rendered here, at the edge. */
export async function perform(platform: Platform, action: Action): Promise<Outcome> {
  try {
    return await attempt(platform, action);
  } catch (error) {
    return {
      kind: 'refused',
      reason: 'failed',
      detail: error instanceof Error ? error.message : String(error),
    };
  }
}

function attempt(platform: Platform, action: Action): Promise<Outcome> {
  if (action.kind === 'remove') return platform.remove(action.groupId, action.member.id, action.about);
  if (action.kind === 'accept') return platform.accept(action.invitation, action.id);
  const rendered = render(action);
  if (rendered === null) return Promise.resolve({ kind: 'done' });
  if (rendered.to === 'group') {
    return platform.say(rendered.groupId, {
      text: rendered.text,
      mentions: rendered.mentions,
      about: aboutOf(action),
    });
  }
  return platform.direct(rendered.memberId, rendered.groupId, {
    text: rendered.text,
    mentions: [],
    about: aboutOf(action),
  });
}

function aboutOf(action: Action): About | null {
  return 'about' in action ? action.about : null;
}
