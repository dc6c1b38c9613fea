import type { Act, Deed } from '../api/act';
import { ask, change } from '../api/graphql';
import { doTo, list } from './operations';

/* What staff do about complaints and rights requests (contracts/gateway.graphql). */

export interface CaseClock {
  code: string;
  metAt: string | null;
  escalatedHours: number | null;
  breachedAt: string | null;
}

export interface ComplaintCase {
  id: string;
  number: string;
  state: string;
  receivedAt: string;
  firstResponseDueAt: string;
  firstResponseAt: string | null;
  decisionDueAt: string | null;
  handler: string | null;
  textId: string;
  answerTextId: string | null;
  concerned: string[];
  grounds: string[];
  plan: string | null;
  extensions: { at: string }[];
  proposedExtensionTextId: string | null;
  openPromises: { id: string; dueOn: string }[];
  clocks: CaseClock[];
}

export interface RequestCase {
  id: string;
  type: string;
  state: string;
  channel: string;
  identityProof: string | null;
  receivedAt: string;
  dueAt: string;
  textId: string | null;
  answerTextId: string | null;
  clocks: CaseClock[];
}

/** A case that is late or major, told to a function of the reader. */
export interface CaseNotice {
  id: string;
  caseId: string;
  number: string | null;
  code: string;
  kind: string;
  hours: number | null;
  audience: string;
  raisedAt: string;
}

/** What is at stake in a complaint, as its reader says. */
export interface Stakes {
  amount: number | null;
  people: number | null;
  media: boolean;
  dataLeak: boolean;
}

const CLOCKS = 'clocks { code metAt escalatedHours breachedAt }';

export const listComplaintCases = () =>
  list<ComplaintCase>(
    'complaintQueue',
    `id number state receivedAt firstResponseDueAt firstResponseAt decisionDueAt handler textId answerTextId concerned grounds plan extensions { at } proposedExtensionTextId openPromises { id dueOn } ${CLOCKS}`,
  );
export const listRequestCases = () => list<RequestCase>('requestQueue', `id type state channel identityProof receivedAt dueAt textId answerTextId ${CLOCKS}`);

export const listCaseNotices = () => list<CaseNotice>('caseNotices', 'id caseId number code kind hours audience raisedAt');
export const seeCaseNotice = (id: string) => doTo('acknowledgeCaseNotice', 'noticeId', id, '');

export const startPlan =
  (id: string, route: 'MEDIATION' | 'LITIGATION'): Deed =>
  async act => {
    await change('mutation StartComplaintPlan($id: ID!, $route: String!) { startComplaintPlan(complaintId: $id, route: $route) { id } }', { id, route }, act);
  };

export async function assignComplaint(complaintId: string, employeeNo: string, concerned: string[], stakes: Stakes, act: Act): Promise<void> {
  await change(
    'mutation AssignComplaint($input: AssignComplaintInput!) { assignComplaint(input: $input) { id } }',
    { input: { complaintId, employeeNo, concerned, stakes } },
    act,
  );
}

/** A mutation that writes a text for the person. */
async function write(field: string, argument: string, id: string, text: string, act: Act): Promise<void> {
  await change(`mutation ${field}Once($id: ID!, $text: String!) { ${field}(${argument}: $id, text: $text) { id } }`, { id, text }, act);
}

export const respondToComplaint = (id: string, text: string, act: Act) => write('respondToComplaint', 'complaintId', id, text, act);
export const decideComplaint = (id: string, text: string, act: Act) => write('decideComplaint', 'complaintId', id, text, act);
export const extendComplaint = (id: string, text: string, act: Act) => write('extendComplaint', 'complaintId', id, text, act);
export const answerRequest = (id: string, text: string, act: Act) => write('answerRightsRequest', 'requestId', id, text, act);

export async function promiseInComplaint(id: string, dueOn: string, act: Act): Promise<void> {
  await change('mutation PromiseInComplaint($id: ID!, $dueOn: String!) { promiseInComplaint(complaintId: $id, dueOn: $dueOn) { id } }', { id, dueOn }, act);
}

export const keepPromise =
  (id: string, promiseId: string): Deed =>
  async act => {
    await change(
      'mutation KeepComplaintPromise($id: ID!, $promiseId: ID!) { keepComplaintPromise(complaintId: $id, promiseId: $promiseId) { id } }',
      { id, promiseId },
      act,
    );
  };

export const approveExtension = (id: string) => doTo('approveComplaintExtension', 'complaintId', id);
export const closeComplaint = (id: string) => doTo('closeComplaint', 'complaintId', id);
export const pauseRequest = (id: string) => doTo('pauseRightsRequest', 'requestId', id);
export const resumeRequest = (id: string) => doTo('resumeRightsRequest', 'requestId', id);

export async function refuseRequest(id: string, reasonCode: string, text: string, act: Act): Promise<void> {
  await change(
    'mutation RefuseRightsRequest($id: ID!, $reasonCode: String!, $text: String!) { refuseRightsRequest(requestId: $id, reasonCode: $reasonCode, text: $text) { id } }',
    { id, reasonCode, text },
    act,
  );
}

/** How staff know who asks (R-CP-02). */
export interface IdentityCheck {
  proof: string;
  reference: string | null;
}

/** Who stands there, by two matching factors; null when unknown or not the reader's customer. */
export async function findAtCounter(factors: Record<string, string>): Promise<string | null> {
  const { data } = await ask<{ findCustomer: { id: string } | null }>(
    'query CounterPerson($factors: CustomerFactors!) { findCustomer(factors: $factors, purpose: "P-10") { id name } }',
    { factors },
  );
  return data.findCustomer?.id ?? null;
}

export async function recordRequest(
  input: { customerId: string; type: string; channel: string; detail: string; identity: IdentityCheck | null },
  act: Act,
): Promise<void> {
  await change('mutation RecordRightsRequest($input: RecordRightsRequestInput!) { recordRightsRequest(input: $input) { id } }', { input }, act);
}

export async function recordIdentityCheck(id: string, identity: IdentityCheck, act: Act): Promise<void> {
  await change(
    'mutation RecordIdentityCheck($id: ID!, $identity: IdentityCheckInput!) { recordIdentityCheck(requestId: $id, identity: $identity) { id } }',
    { id, identity },
    act,
  );
}
