import type { Act } from '../api/act';
import { ask, change, type Answer } from '../api/graphql';
import type { Customer, Policy } from '../api/types';

export type Person = Omit<Customer, 'policies'>;
export type PersonAnswer = Answer<{ customer: Person | null }>;
export type PoliciesAnswer = Answer<{ customer: { policies: Policy[] } | null }>;

/** A person reads who she is held to be (P-01) and which policies she has (P-04): each purpose has its own fields. */
export const readPerson = (customerId: string): Promise<PersonAnswer> =>
  ask(
    `query OwnPerson($id: ID!) {
      customer(id: $id, purpose: "P-01") {
        id name idType idNumber gender birthDate mobile email address
        decision { id permitted purpose legalBasis reason ruleVersion }
      }
    }`,
    { id: customerId },
  );

export const readPolicies = (customerId: string): Promise<PoliciesAnswer> =>
  ask(
    `query OwnPolicies($id: ID!) {
      customer(id: $id, purpose: "P-04") { policies { number product insurer startOn endOn sumInsured premium role } }
    }`,
    { id: customerId },
  );

/** FILE for other programs, DOCUMENT for people. */
export type CopyForm = 'FILE' | 'DOCUMENT';

/** The copy that records-service makes, base64. */
export async function getCopy(customerId: string, form: CopyForm, language: string): Promise<{ mediaType: string; content: string }> {
  const { data } = await ask<{ dataCopy: { mediaType: string; content: string } }>(
    `query DataCopy($customerId: ID!, $form: String!, $language: String!) {
      dataCopy(customerId: $customerId, form: $form, language: $language) { mediaType content }
    }`,
    { customerId, form, language },
  );
  return data.dataCopy;
}

/** APPLIED at once, or PROPOSED until a second person has checked it. */
export type CorrectionState = 'APPLIED' | 'PROPOSED' | 'REJECTED';

/** What the customer says is right; `code` proves a new mobile number. */
export interface Proposal {
  field: string;
  value: string;
  evidence: string | null;
  code: string | null;
}

/** Sends a one-time code to the new number. */
export async function sendMobileCode(mobile: string, act: Act): Promise<void> {
  await change('mutation SendMobileCode($mobile: String!) { sendMobileCode(mobile: $mobile) { expiresAt } }', { mobile }, act);
}

export async function proposeCorrection(customerId: string, proposal: Proposal, act: Act): Promise<CorrectionState> {
  const { data } = await change<{ proposeCorrection: { state: CorrectionState } }>(
    'mutation ProposeCorrection($input: ProposeCorrectionInput!) { proposeCorrection(input: $input) { id state } }',
    { input: { customerId, ...proposal } },
    act,
  );
  return data.proposeCorrection.state;
}
