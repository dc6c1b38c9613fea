import { ask } from '../api/graphql';
import { once } from '../api/once';
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

/** The log's verifier key, asked for once a visit. */
export const logKey = once(async (): Promise<string> => {
  const { data } = await ask<{ logKey: string }>('query LogKey { logKey }');
  return data.logKey;
});
