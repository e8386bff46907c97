import { isMass } from '../conduct/mass.js';
import type { About, Action, Person } from '../model/action.js';
import type { Case } from '../model/case.js';
import type { Incident } from '../model/incident.js';
import type { Finding } from '../model/finding.js';
import type { Category } from '../model/category.js';
import type { Standing } from './plan.js';
import { responseTo } from './response.js';

/**
 * What is still done while a mass incident lasts. Single members are not spoken to one by one, nor is the owner asked about
 * each: the incident says it all at once.
 */
export function duringIncident(actions: readonly Action[]): readonly Action[] {
  return actions.filter(({ kind }) => kind === 'remove' || kind === 'recall');
}

/** What waits in the outbox and is overtaken by an incident. */
export function isOvertaken({ kind }: Action): boolean {
  return ['warn', 'request', 'alert', 'card-note', 'removal-notice', 'removal-report'].includes(kind);
}

/** Whether the findings make an incident of their own: a danger that is certain (clause 6.7). */
export function isDanger(category: Category, findings: readonly Finding[]): boolean {
  return (
    responseTo(category) === 'incident' &&
    findings.some((one) => one.category === category && one.certainty === 'confirmed')
  );
}

/** Whom an incident is told to: who answers for the group, and the organisation's staff, each once. */
export function incidentReaders(responsible: Person | null, staff: readonly Person[]): readonly Person[] {
  const all = responsible === null ? staff : [responsible, ...staff];
  return all.filter((person, index) => all.findIndex(({ id }) => id === person.id) === index);
}

export interface Scene {
  readonly groupName: string;
  readonly timezone: string;
}

/** Tells people that an incident began, or that it is over. */
export function incidentTold(
  incident: Incident,
  readers: readonly Person[],
  { groupName, timezone }: Scene,
): readonly Action[] {
  return readers.map((to) => ({
    kind: 'tell',
    groupId: incident.groupId,
    to,
    mentions: [],
    about: null,
    urgency: incident.closedAt === null ? 'at-once' : 'daytime',
    audience: 'moderation',
    telling: { kind: 'incident', incident, groupName, timezone },
  }));
}

/** One sentence of guidance to the group. */
export function guidance(incident: Incident): readonly Action[] {
  const guided = isMass(incident) ? guidedOf(incident.kind) : null;
  if (guided === null) return [];
  return [
    {
      kind: 'tell',
      groupId: incident.groupId,
      to: null,
      mentions: [],
      about: null,
      urgency: 'at-once',
      audience: 'moderation',
      telling: { kind: 'guidance', incident: guided },
    },
  ];
}

function guidedOf(kind: Incident['kind']): 'raid' | 'mass-advertising' | 'unsafe-link' | null {
  return kind === 'raid' || kind === 'mass-advertising' || kind === 'unsafe-link' ? kind : null;
}

export interface Danger {
  readonly standing: Standing;
  readonly about: About;
  readonly messageId: string | null;
  /** How sure it is, as the owner is told. */
  readonly score: number;
}

/** Beside the question to the owner: the staff is told, the message taken back; where that fails, its sender is asked to. */
export function dangerActions({ standing, about, messageId, score }: Danger): readonly Action[] {
  const { groupId, groupName, member, staff, responsible, exempt } = standing;
  const told = { groupId, about, member, groupName, terms: [], score };
  const alerts = staff
    .filter(({ id }) => !exempt && id !== responsible?.id)
    .map((to): Action => ({ kind: 'alert', to, ...told }));
  const recall: readonly Action[] =
    messageId === null ? [] : [{ kind: 'recall', groupId, messageId, about, sender: member }];
  return [...alerts, ...recall];
}

/** The group's word about a danger, once it is known whether the message is gone. */
export function dangerTold(
  { groupId, about, sender }: { groupId: string; about: About; sender: Person },
  recalled: 'recalled' | 'still-there',
): Action {
  return {
    kind: 'tell',
    groupId,
    to: null,
    mentions: recalled === 'recalled' ? [] : [sender],
    about,
    urgency: 'at-once',
    audience: 'moderation',
    telling: { kind: 'danger', recalled: recalled === 'recalled', caseId: about.caseId },
  };
}

/** What an action of a case is about. */
export function aboutCase({ id, category, findings }: Case): About {
  const ground = findings.find((finding) => finding.category === category);
  return { caseId: id, rule: ground?.rule ?? 'manual', category };
}
