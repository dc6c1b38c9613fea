import type { Act } from '../api/act';
import { ask, change } from '../api/graphql';
import type { AccessEvent } from '../api/types';
import { language } from '../i18n/language';

/** A complaint; the first answer is due 72 hours after receipt (K-01). */
export interface Complaint {
  id: string;
  number: string;
  state: string;
  receivedAt: string;
  firstResponseDueAt: string;
  decisionDueAt: string | null;
  textId: string;
  answerTextId: string | null;
  extensions: Extension[];
}

/** More time for the decision of a complaint, with its reason (K-02). */
export interface Extension {
  at: string;
  textId: string;
}

/** What becomes of one record that the reader asked to delete (PIPL 47). */
export interface ErasureRecord {
  decision: 'DELETE' | 'ANONYMISE' | 'RESTRICT' | 'REFUSE';
  untilOn: string | null;
  textZh: string;
  textEn: string;
}

/** A record that is kept of the reader, and until when. */
export interface KeptRecord {
  kindZh: string;
  kindEn: string;
  dueOn: string | null;
  state: string;
  articleZh: string;
  articleEn: string;
}

/** A request under PIPL 44-50 (K-04, K-06). */
export interface RightsRequest {
  id: string;
  customerId: string;
  channel: string;
  type: string;
  state: string;
  receivedAt: string;
  dueAt: string;
  textId: string | null;
  answerTextId: string | null;
  erasure: ErasureRecord[];
}

/** A transfer of the business that concerns the reader (PIPL 22). */
export interface Transfer {
  id: string;
  toControllerName: string;
  toControllerContact: string;
  cutOverOn: string;
  stage: string;
  notice: string | null;
  objectionEndsOn: string | null;
  objectedAt: string | null;
  disposition: string | null;
}

export interface CaseText {
  subject: string | null;
  body: string;
  writtenAt: string;
}

export async function listComplaints(): Promise<Complaint[]> {
  const { data } = await ask<{ ownComplaints: Complaint[] }>(
    'query Complaints { ownComplaints { id number state receivedAt firstResponseDueAt decisionDueAt textId answerTextId extensions { at textId } } }',
  );
  return data.ownComplaints;
}

export async function listRequests(): Promise<RightsRequest[]> {
  const { data } = await ask<{ ownRequests: RightsRequest[] }>(
    'query RightsRequests { ownRequests { id customerId channel type state receivedAt dueAt textId answerTextId erasure { decision untilOn textZh textEn } } }',
  );
  return data.ownRequests;
}

export async function listKept(customerId: string): Promise<KeptRecord[]> {
  const { data } = await ask<{ retentionOf: KeptRecord[] }>(
    'query Kept($id: ID!) { retentionOf(customerId: $id) { kindZh kindEn dueOn state articleZh articleEn } }',
    { id: customerId },
  );
  return data.retentionOf;
}

export async function listTransfers(): Promise<Transfer[]> {
  const { data } = await ask<{ ownTransfers: Transfer[] }>(
    `query Transfers($language: String!) {
      ownTransfers(language: $language) { id toControllerName toControllerContact cutOverOn stage notice objectionEndsOn objectedAt disposition }
    }`,
    { language: language() },
  );
  return data.ownTransfers;
}

/** One step of a transfer with its event in the log. */
export interface TransferStep {
  type: string;
  event: AccessEvent;
}

export async function listTransferSteps(transferId: string): Promise<TransferStep[]> {
  const { data } = await ask<{ ownTransferStory: TransferStep[] }>(
    `query TransferStory($id: ID!) {
      ownTransferStory(transferId: $id) { type event { eventId occurredAt actorKind actorId organization purpose fields permitted decisionId logIndex } }
    }`,
    { id: transferId },
  );
  return data.ownTransferStory;
}

export async function openText(id: string): Promise<CaseText> {
  const { data } = await ask<{ caseText: CaseText }>(
    'query CaseText($id: ID!) { caseText(id: $id) { subject body writtenAt } }',
    { id },
  );
  return data.caseText;
}

export async function fileComplaint(customerId: string, subject: string, detail: string, act: Act): Promise<void> {
  await change('mutation FileComplaint($input: FileComplaintInput!) { fileComplaint(input: $input) { id } }', { input: { customerId, subject, detail } }, act);
}

export async function fileRequest(customerId: string, type: string, detail: string | null, act: Act): Promise<void> {
  await change('mutation FileRightsRequest($input: FileRightsRequestInput!) { fileRightsRequest(input: $input) { id } }', { input: { customerId, type, detail } }, act);
}

export async function objectToTransfer(transferId: string, act: Act): Promise<void> {
  await change('mutation ObjectToTransfer($id: ID!) { objectToTransfer(transferId: $id) { transferId } }', { id: transferId }, act);
}
