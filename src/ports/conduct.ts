import type { Activity, ActivityStatus, NewActivity } from '../core/model/activity.js';
import type { Incident, NewIncident } from '../core/model/incident.js';
import type { Instant } from '../core/model/instant.js';
import type { NewSignature, Signature } from '../core/model/signature.js';

/** A member who joined while the bot was there. */
export interface Newcomer {
  readonly groupId: string;
  readonly memberId: string;
  readonly joinedAt: Instant;
}

/** One unfriendly or unwanted message of one member to another. */
export interface Targeting {
  readonly groupId: string;
  readonly fromId: string;
  readonly toId: string;
  readonly kind: 'hostile' | 'unwanted' | 'refused';
  readonly at: Instant;
}

interface SignatureRecords {
  addSignature(signature: NewSignature): Promise<Signature>;
  /** Those that hold at `at` with an id above `after`, in order of id. */
  signatures(after: number, at: Instant): Promise<readonly Signature[]>;
  signaturesOfCase(caseId: number): Promise<readonly Signature[]>;
  /** What it stands for was confirmed: the pending ones of a case count from now on, under new numbers. */
  confirmSignatures(caseId: number): Promise<number>;
  /** What it stands for was rejected or reversed; answers how many went. */
  dropSignatures(caseId: number): Promise<number>;
  /** Lets go of what has expired. */
  expireSignatures(at: Instant): Promise<void>;
}

interface NewcomerRecords {
  putNewcomer(newcomer: Newcomer): Promise<void>;
  /** Who joined at or after `since`, all groups. */
  newcomers(since: Instant): Promise<readonly Newcomer[]>;
  dropNewcomer(groupId: string, memberId: string): Promise<void>;
}

interface TargetingRecords {
  addTargeting(targeting: Targeting): Promise<void>;
  /** What one member sent to another since then, oldest first. */
  targetings(
    of: Pick<Targeting, 'groupId' | 'fromId' | 'toId'>,
    since: Instant,
  ): Promise<readonly Targeting[]>;
  forgetTargetings(before: Instant): Promise<void>;
}

interface IncidentRecords {
  openIncident(fresh: NewIncident): Promise<Incident>;
  incident(id: number): Promise<Incident | null>;
  /** Those that are open, oldest first; of one group, or of all. */
  openIncidents(groupId: string | null): Promise<readonly Incident[]>;
  /** Timeline, members and last instant as they are now. */
  updateIncident(incident: Incident): Promise<void>;
  /** False when it was closed already. */
  closeIncident(id: number, at: Instant): Promise<boolean>;
}

interface ActivityRecords {
  addActivity(fresh: NewActivity): Promise<Activity>;
  activity(id: number): Promise<Activity | null>;
  /** Applied for and approved ones of a group, oldest first. */
  openActivities(groupId: string): Promise<readonly Activity[]>;
  /** False when it was not in `from` any more. */
  moveActivity(
    change: Pick<Activity, 'id' | 'status' | 'decidedBy' | 'summary'>,
    from: ActivityStatus,
  ): Promise<boolean>;
}

/** How people behave over time: clauses 7.x, 6.7 and newcomers. */
export interface ConductRecords
  extends SignatureRecords, NewcomerRecords, TargetingRecords, IncidentRecords, ActivityRecords {}
