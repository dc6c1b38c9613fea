import type { Act, Deed } from '../api/act';
import { ask, change } from '../api/graphql';

/* What the staff's queues read and decide; names and meanings are the contract's (contracts/gateway.graphql). */

export interface AccessRequest {
  id: string;
  kind: string;
  state: string;
  purpose: string;
  fields: string[];
  customerIds: string[];
  requestedBy: string;
  requestedAt: string;
  decideBy: string;
  reviewDueAt: string | null;
  reason: string | null;
}

export interface Export {
  id: string;
  state: string;
  people: number;
  purpose: string;
  receiver: string;
  reference: string;
  format: string;
  /** Digest of the key that the file would be encrypted to: the approver names it. */
  receiverKeySha256: string;
  requestedBy: string;
  requestedAt: string;
  decideBy: string;
}

export interface LegalHold {
  id: string;
  state: string;
  reason: string;
  covered: number;
  placedAt: string;
  placedBy: string;
  scope: { kind: string };
}

/** Leave to see one field of one person, before another person decides; never the value. */
export interface WaitingUnmask {
  id: string;
  customerId: string;
  field: string;
  purpose: string;
  requestedBy: string;
  requestedAt: string;
  decideBy: string;
  reason: string | null;
}

/** What a correction would change, masked; opening it is a recorded read. */
export interface ProposedChange {
  field: string;
  current: string | null;
  proposed: string | null;
  evidence: string | null;
}

export async function openProposal(id: string): Promise<ProposedChange> {
  const { data } = await ask<{ proposedChange: ProposedChange }>(
    'query OpenProposal($id: ID!) { proposedChange(correctionId: $id) { field current proposed evidence } }',
    { id },
  );
  return data.proposedChange;
}

/** A value that somebody proposed; which one is opened by itself. */
export interface WaitingCorrection {
  id: string;
  customerId: string;
  field: string;
  proposedBy: string;
  proposedAt: string;
}

const ACCESS = 'id kind state purpose fields customerIds requestedBy requestedAt decideBy reviewDueAt reason';
const EXPORT = 'id state people purpose receiver reference format receiverKeySha256 requestedBy requestedAt decideBy';

/** One list of the schema by its name. */
export async function list<T>(field: string, selection: string): Promise<T[]> {
  const { data } = await ask<Record<string, T[]>>(`query ${field}List { ${field} { ${selection} } }`);
  return data[field] ?? [];
}

/** One change of one thing by its id, for a button. */
export const doTo =
  (field: string, argument: string, id: string, selection = '{ id }'): Deed =>
  async act => {
    await change(`mutation ${field}Once($id: ID!) { ${field}(${argument}: $id) ${selection} }`, { id }, act);
  };

export const listAccessQueue = () => list<AccessRequest>('accessRequestQueue', ACCESS);
export const listOwnAccess = () => list<AccessRequest>('accessRequests', ACCESS);
export const approveAccess = (id: string) => doTo('approveAccess', 'accessRequestId', id);
export const rejectAccess = (id: string) => doTo('rejectAccess', 'accessRequestId', id);

export const reviewBreakGlass =
  (id: string, justified: boolean): Deed =>
  async act => {
    await change(
      'mutation ReviewBreakGlass($id: ID!, $justified: Boolean!) { reviewBreakGlass(accessRequestId: $id, justified: $justified) { id } }',
      { id, justified },
      act,
    );
  };

export const listExportQueue = () => list<Export>('exportQueue', EXPORT);
export const listOwnExports = () => list<Export>('exports', EXPORT);

export const approveExport =
  ({ id, receiverKeySha256 }: Export): Deed =>
  async act => {
    await change(
      'mutation ApproveExport($id: ID!, $keyDigest: String!) { approveExport(exportId: $id, keyDigest: $keyDigest) { id } }',
      { id, keyDigest: receiverKeySha256 },
      act,
    );
  };

export const rejectExport = (id: string) => doTo('rejectExport', 'exportId', id);

export const listUnmaskQueue = () => list<WaitingUnmask>('unmaskQueue', 'id customerId field purpose requestedBy requestedAt decideBy reason');
export const approveUnmask = (id: string) => doTo('approveUnmask', 'grantId', id);
export const listCorrectionQueue = () => list<WaitingCorrection>('correctionQueue', 'id customerId field proposedBy proposedAt');
export const approveCorrection = (id: string) => doTo('approveCorrection', 'correctionId', id);
export const rejectCorrection = (id: string) => doTo('rejectCorrection', 'correctionId', id);

export const listHolds = () => list<LegalHold>('legalHolds', 'id state reason covered placedAt placedBy scope { kind }');
export const approveHold = (id: string) => doTo('approveLegalHold', 'holdId', id);
export const releaseHold = (id: string) => doTo('releaseLegalHold', 'holdId', id);

/** A backup to be restored, or deleted before its time; another person decides. */
export interface BackupAccess {
  id: string;
  state: string;
  reason: string;
  requestedBy: string;
  requestedAt: string;
  scope: { act: string; recordsBackup: string | null; keysBackup: string | null };
}

export async function listBackupQueue(): Promise<BackupAccess[]> {
  const newest = await list<BackupAccess>('backupAccesses', 'id state reason requestedBy requestedAt scope { act recordsBackup keysBackup }');
  return newest.filter(one => one.state === 'REQUESTED');
}

export const approveBackup = (id: string) => doTo('approveBackupAccess', 'accessId', id);
export const rejectBackup = (id: string) => doTo('rejectBackupAccess', 'accessId', id);

export interface Campaign {
  id: string;
  insurer: string;
  letterReference: string;
  receivedOn: string;
  dueOn: string;
  consequence: string;
  policies: number;
  cleanPolicies: number;
}

export interface CampaignItem {
  id: string;
  state: string;
  reference: string | null;
  employeeNo: string | null;
  partnerId: string | null;
  openFields: string[];
  attempts: number;
  commissionHeld: boolean;
}

export const listCampaigns = () =>
  list<Campaign>('campaigns', 'id insurer letterReference receivedOn dueOn consequence policies cleanPolicies');

export async function listItems(campaignId: string): Promise<CampaignItem[]> {
  const { data } = await ask<{ campaignItems: CampaignItem[] }>(
    `query CampaignItems($id: ID!) {
      campaignItems(campaignId: $id) { id state reference employeeNo partnerId openFields attempts commissionHeld }
    }`,
    { id: campaignId },
  );
  return data.campaignItems;
}

export const listErasures = () => list<{ id: string; state: string; erasure: { decision: string }[] }>('erasureRequests', 'id state erasure { decision }');
export const confirmErasure = (id: string) => doTo('confirmErasure', 'requestId', id);

export interface AlertReason {
  signal: string;
  zh: string;
  en: string;
  points: number;
  measured: number;
  soft: number;
  hard: number;
}

export interface Alert {
  id: string;
  actorId: string;
  actorKind: string;
  state: string;
  score: number;
  interception: string;
  raisedAt: string;
  reasons: AlertReason[];
}

export async function listAlerts(): Promise<Alert[]> {
  const { data } = await ask<{ alerts: { edges: { node: Alert }[] } }>(
    `query Alerts { alerts(first: 30) { edges { node {
      id actorId actorKind state score interception raisedAt reasons { signal zh en points measured soft hard }
    } } } }`,
  );
  return data.alerts.edges.map(({ node }) => node);
}

export async function decideAlert(alertId: string, verdict: 'CONFIRM' | 'LIFT', reason: string, act: Act): Promise<void> {
  await change('mutation DecideAlert($input: DecideAlertInput!) { decideAlert(input: $input) { id } }', { input: { alertId, verdict, reason } }, act);
}

export interface LeakReport {
  id: string;
  contactedAt: string;
  receivedAt: string;
  reporterKind: string;
  knownFields: string[];
  subjectRef: string | null;
  clues: { actorId: string; actorKind: string; accesses: number; lastAt: string }[];
}

export interface Suspect {
  actorId: string;
  actorKind: string;
  matched: number;
  accessed: number;
  score: number;
  canaries: number;
  marked: boolean;
}

export const listLeakReports = () =>
  list<LeakReport>('leakReports', 'id contactedAt receivedAt reporterKind knownFields subjectRef clues { actorId actorKind accesses lastAt }');

/** @param knownFields what was leaked of each of them; empty when not known */
export async function traceLeak(leakedIds: string[], knownFields: string[], act: Act): Promise<Suspect[]> {
  const { data } = await change<{ traceLeak: { suspects: Suspect[] } }>(
    'mutation TraceLeak($input: TraceLeakInput!) { traceLeak(input: $input) { id suspects { actorId actorKind matched accessed score canaries marked } } }',
    { input: { leakedIds, knownFields: knownFields.length === 0 ? null : knownFields } },
    act,
  );
  return data.traceLeak.suspects;
}

export interface Incident {
  id: string;
  state: string;
  drill: boolean;
  knownAt: string;
  openedAt: string;
  openedBy: string;
  sourceKind: string;
  assessment: { grade: string } | null;
  affected: { persons: number; version: number }[];
  clocks: { code: string; startedAt: string; dueAt: string; metAt: string | null }[];
  progress: { persons: number; sent: number; seen: number } | null;
  reports: { kind: string }[];
}

export const listIncidents = () =>
  list<Incident>(
    'incidents',
    `id state drill knownAt openedAt openedBy sourceKind assessment { grade } affected { persons version }
     clocks { code startedAt dueAt metAt } progress { persons sent seen } reports { kind }`,
  );

export interface DestructionPlan {
  id: string;
  cause: string;
  state: string;
  dueOn: string;
  proposedAt: string;
  proposer: string;
  scopeDigest: string;
  clock: { startedAt: string; dueAt: string; metAt: string | null } | null;
  counts: { retentionClass: string; store: string; state: 'WAITING' | 'BEGUN' | 'DONE' | 'WITHDRAWN'; number: number; people: number }[];
  steps: { kind: string; at: string; actorId: string; detail: string }[];
}

export const listPlans = () =>
  list<DestructionPlan>(
    'destructionPlans',
    'id cause state dueOn proposedAt proposer scopeDigest clock { startedAt dueAt metAt } counts { retentionClass store state number people } steps { kind at actorId detail }',
  );

const sign =
  (field: string, planId: string, scopeDigest: string): Deed =>
  async act => {
    await change(
      `mutation ${field}Once($id: ID!, $digest: String!) { ${field}(planId: $id, scopeDigest: $digest) { id } }`,
      { id: planId, digest: scopeDigest },
      act,
    );
  };

export const approveDestruction = (plan: DestructionPlan) => sign('approveDestruction', plan.id, plan.scopeDigest);
export const witnessDestruction = (plan: DestructionPlan) => sign('witnessDestruction', plan.id, plan.scopeDigest);
export const confirmDestructionFromLog = (plan: DestructionPlan) => sign('confirmDestructionFromLog', plan.id, plan.scopeDigest);

export const reportWitnessLeft =
  (plan: DestructionPlan): Deed =>
  async act => {
    await change(`mutation ReportWitnessLeft($id: ID!) { reportWitnessAbsent(planId: $id, reason: "LEFT") { id } }`, { id: plan.id }, act);
  };

export interface StaffChange {
  id: string;
  kind: string;
  employeeNo: string;
  roles: string[] | null;
  successor: string | null;
  effectiveOn: string;
  proposedBy: string;
  approvedAt: string | null;
}

export interface Ban {
  id: string;
  state: string;
  actCode: string;
  employeeNo: string | null;
  proposedBy: string;
  approvedAt: string | null;
  expiresOn: string | null;
}

export interface RightsReview {
  id: string;
  openedAt: string;
  dueAt: string;
  closedAt: string | null;
}

export const listStaffChanges = () => list<StaffChange>('staffChanges', 'id kind employeeNo roles successor effectiveOn proposedBy approvedAt');
export const approveStaffChange = (id: string) => doTo('approveStaffChange', 'changeId', id);
export const listBans = () => list<Ban>('bans', 'id state actCode employeeNo proposedBy approvedAt expiresOn');
export const approveBan = (id: string) => doTo('approveBan', 'banId', id);
export const listReviews = () => list<RightsReview>('rightsReviews', 'id openedAt dueAt closedAt');

export interface Transcript {
  state: string;
  lastDay: string | null;
  minutes: number;
  minutesNeeded: number;
  missing: string[];
}

export async function ownTranscript(): Promise<Transcript> {
  const { data } = await ask<{ trainingTranscript: Transcript }>(
    'query OwnTranscript { trainingTranscript { state lastDay minutes minutesNeeded missing } }',
  );
  return data.trainingTranscript;
}

/** The newest signed checkpoint of the log, as published. */
export async function logCheckpoint(): Promise<string> {
  const { data } = await ask<{ logCheckpoint: string }>('query LogCheckpoint { logCheckpoint }');
  return data.logCheckpoint;
}
