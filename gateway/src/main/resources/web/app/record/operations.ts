import { ask, type Answer } from '../api/graphql';
import type { Customer } from '../api/types';

/** A person reads her own record to check who she is held to be: purpose P-01. */
export const OWN_PURPOSE = 'P-01';

export function readOwnRecord(customerId: string): Promise<Answer<{ customer: Customer | null }>> {
  return ask<{ customer: Customer | null }>(
    `query OwnRecord($id: ID!, $purpose: String!) {
      customer(id: $id, purpose: $purpose) {
        id name idType idNumber gender birthDate mobile email address
        policies { number product insurer startOn endOn sumInsured premium role }
        decision { id permitted purpose legalBasis reason ruleVersion }
      }
    }`,
    { id: customerId, purpose: OWN_PURPOSE },
  );
}
