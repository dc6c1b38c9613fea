import { ask } from '../api/graphql';
import type { InclusionProof } from '../api/types';

export async function findInclusionProof(eventId: string): Promise<InclusionProof | null> {
  const { data } = await ask<{ inclusionProof: InclusionProof | null }>(
    `query InclusionProof($id: ID!) {
      inclusionProof(eventId: $id) { eventId logIndex leaf leafHash hashes checkpoint }
    }`,
    { id: eventId },
  );
  return data.inclusionProof;
}

let vkey: Promise<string> | undefined;

/** The log's verifier key, asked for once a visit. */
export function logKey(): Promise<string> {
  vkey ??= fetchLogKey().catch((thrown: unknown) => {
    vkey = undefined;
    throw thrown;
  });
  return vkey;
}

async function fetchLogKey(): Promise<string> {
  const { data } = await ask<{ logKey: string }>('query LogKey { logKey }');
  return data.logKey;
}
