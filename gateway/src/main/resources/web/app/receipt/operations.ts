import { ask } from '../api/graphql';
import { once } from '../api/once';
import { logKey } from '../proof/operations';

/** The receipt of one decision as the list shows it. */
export interface Receipt {
  id: string;
  consentRecordId: string;
  purpose: string;
  recipientId: string | null;
  state: string;
  issuedAt: string;
  integrated: boolean;
}

export interface Receipts {
  receipts: Receipt[];
  /** Where the next page starts, null after the last. */
  after: string | null;
}

interface Connection {
  edges: { node: Receipt }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export async function listReceipts(customerId: string, after: string | null = null): Promise<Receipts> {
  const { data } = await ask<{ receipts: Connection }>(
    `query Receipts($id: ID!, $after: String) {
      receipts(customerId: $id, first: 20, after: $after) {
        edges { node { id consentRecordId purpose recipientId state issuedAt integrated } }
        pageInfo { hasNextPage endCursor }
      }
    }`,
    { id: customerId, after },
  );
  const { edges, pageInfo } = data.receipts;
  return { receipts: edges.map(edge => edge.node), after: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}

/** The signed receipt, with the log's proof once its decision is integrated. */
export async function getReceipt(id: string): Promise<string> {
  const { data } = await ask<{ receipt: string }>('query Receipt($id: ID!) { receipt(id: $id) }', { id });
  return data.receipt;
}

/** The receipt as a PDF, base64. */
export async function getReceiptDocument(id: string, language: string): Promise<string> {
  const { data } = await ask<{ receiptDocument: string }>(
    'query ReceiptDocument($id: ID!, $language: String!) { receiptDocument(id: $id, language: $language) }',
    { id, language },
  );
  return data.receiptDocument;
}

/** The keys that receipts are verified with, asked for once a visit. */
export const verificationKeys = once(async (): Promise<{ jwks: string; vkey: string }> => {
  const [{ data }, vkey] = await Promise.all([ask<{ receiptKeys: string }>('query ReceiptKeys { receiptKeys }'), logKey()]);
  return { jwks: data.receiptKeys, vkey };
});
