import { ask } from '../api/graphql';
import type { ConsentRecord } from '../api/types';

export interface WithReceipt extends Pick<ConsentRecord, 'id' | 'purpose' | 'recipientId' | 'state' | 'givenAt' | 'withdrawnAt'> {
  receipt: string | null;
}

export interface Receipts {
  records: WithReceipt[];
  /** The published signing keys, a JSON Web Key Set. */
  jwks: string;
}

export async function listReceipts(customerId: string): Promise<Receipts> {
  const { data } = await ask<{ consentRecords: WithReceipt[]; receiptKeys: string }>(
    `query Receipts($id: ID!) {
      consentRecords(customerId: $id) { id purpose recipientId state givenAt withdrawnAt receipt }
      receiptKeys
    }`,
    { id: customerId },
  );
  const latest = (record: WithReceipt): string => record.withdrawnAt ?? record.givenAt ?? '';
  return {
    records: [...data.consentRecords].sort((a, b) => latest(b).localeCompare(latest(a))),
    jwks: data.receiptKeys,
  };
}
