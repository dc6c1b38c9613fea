import type { Act } from '../api/act';
import { ask, change } from '../api/graphql';
import { Refusal } from '../api/refusal';
import type { ConsentRecord, ConsentText, PrivacyNotice, Ward } from '../api/types';
import { language } from '../i18n/language';
import { digestMatches } from '../proof/bytes';

const RECORD = 'id purpose categories recipientId state noticeId noticeVersion givenAt withdrawnAt expiresAt decidedBy decidedAs';
const AUDIENCE = 'APPLICANT';

export async function listConsentRecords(customerId: string): Promise<ConsentRecord[]> {
  const { data } = await ask<{ consentRecords: ConsentRecord[] }>(
    `query ConsentRecords($id: ID!) { consentRecords(customerId: $id) { ${RECORD} } }`,
    { id: customerId },
  );
  return data.consentRecords;
}

/** A child with the name to show; null where the name is not shown. */
export type NamedWard = Ward & { name: string | null };

/** The children for whom the person signed in decides. */
export async function listWards(): Promise<NamedWard[]> {
  const { data } = await ask<{ wards: Ward[] }>(`query Wards { wards { customerId relation endsOn } }`);
  return Promise.all(data.wards.map(async ward => ({ ...ward, name: await findName(ward.customerId) })));
}

async function findName(customerId: string): Promise<string | null> {
  try {
    const { data } = await ask<{ customer: { name: string | null } | null }>(
      `query WardName($id: ID!) { customer(id: $id, purpose: "P-04") { name } }`,
      { id: customerId },
    );
    return data.customer?.name ?? null;
  } catch {
    return null; // The switch works by id; the name is a courtesy.
  }
}

/** The notice in force in the reader's language, or null when none is published. */
export async function findCurrentNotice(inLanguage: string = language(), audience: string = AUDIENCE): Promise<PrivacyNotice | null> {
  const { data } = await ask<{ currentNotice: PrivacyNotice | null }>(
    `query CurrentNotice($audience: String!, $language: String!) {
      currentNotice(audience: $audience, language: $language) { id version audience language title body sha256 effectiveFrom }
    }`,
    { audience, language: inLanguage },
  );
  return data.currentNotice;
}

/** The exact text that asks for one consent, or null when it is not being asked for. Its digest is recomputed here. */
export async function findConsentText(purpose: string, recipientId: string | null): Promise<ConsentText | null> {
  const { data } = await ask<{ consentText: ConsentText | null }>(
    `query ConsentText($purpose: String!, $recipientId: ID, $language: String!) {
      consentText(purpose: $purpose, recipientId: $recipientId, language: $language) { purpose language body sha256 separate }
    }`,
    { purpose, recipientId, language: language() },
  );
  const text = data.consentText;
  if (text && !(await digestMatches(text.body, text.sha256))) throw new Refusal('INTEGRITY');
  return text;
}

/** Gives one consent for one purpose and one recipient, quoting what was read: the text's digest and the notice's version. */
export async function giveConsent(
  customerId: string,
  text: ConsentText,
  notice: PrivacyNotice,
  categories: readonly string[],
  recipientId: string | null,
  act: Act,
): Promise<ConsentRecord> {
  const { data } = await change<{ giveConsent: ConsentRecord }>(
    `mutation GiveConsent($input: GiveConsentInput!) { giveConsent(input: $input) { ${RECORD} } }`,
    { input: decision(customerId, text, notice, categories, recipientId) },
    act,
  );
  return data.giveConsent;
}

/** Refuses it; nobody asks again for 180 days, and the person may still give it at any time. */
export async function refuseConsent(
  customerId: string,
  text: ConsentText,
  notice: PrivacyNotice,
  categories: readonly string[],
  recipientId: string | null,
  act: Act,
): Promise<ConsentRecord> {
  const { data } = await change<{ refuseConsent: ConsentRecord }>(
    `mutation RefuseConsent($input: GiveConsentInput!) { refuseConsent(input: $input) { ${RECORD} } }`,
    { input: decision(customerId, text, notice, categories, recipientId) },
    act,
  );
  return data.refuseConsent;
}

const decision = (
  customerId: string,
  text: ConsentText,
  notice: PrivacyNotice,
  categories: readonly string[],
  recipientId: string | null,
) => ({
  customerId,
  purpose: text.purpose,
  categories,
  recipientId,
  noticeId: notice.id,
  noticeVersion: notice.version,
  language: text.language,
  uiTextSha256: text.sha256,
  separate: text.separate,
});

/** Says that the notice was shown to the person: a consent may rest only on a notice that was (R-CN-01). */
export async function recordNoticeShown(customerId: string, notice: PrivacyNotice, act: Act): Promise<void> {
  await change(
    `mutation NoticeShown($id: ID!, $notice: ID!, $version: Int!, $language: String!) {
      recordNoticeShown(customerId: $id, noticeId: $notice, noticeVersion: $version, language: $language)
    }`,
    { id: customerId, notice: notice.id, version: notice.version, language: notice.language },
    act,
  );
}

export async function withdrawConsent(consentRecordId: string, act: Act): Promise<ConsentRecord> {
  const { data } = await change<{ withdrawConsent: ConsentRecord }>(
    `mutation WithdrawConsent($id: ID!) { withdrawConsent(consentRecordId: $id) { ${RECORD} } }`,
    { id: consentRecordId },
    act,
  );
  return data.withdrawConsent;
}
