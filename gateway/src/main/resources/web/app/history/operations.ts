import { ask } from '../api/graphql';
import type { AccessConnection, AccessEvent } from '../api/types';

export const PAGE = 20;

export interface History {
  events: AccessEvent[];
  /** Where to go on; null when all is shown. */
  after: string | null;
}

export async function accessHistory(customerId: string, after: string | null = null): Promise<History> {
  const { data } = await ask<{ accessHistory: AccessConnection }>(
    `query AccessHistory($id: ID!, $first: Int!, $after: String) {
      accessHistory(customerId: $id, first: $first, after: $after) {
        edges { cursor node { eventId occurredAt actorKind actorId organization purpose fields permitted decisionId logIndex } }
        pageInfo { hasNextPage endCursor }
      }
    }`,
    { id: customerId, first: PAGE, after },
  );
  const { edges, pageInfo } = data.accessHistory;
  return { events: edges.map(edge => edge.node), after: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}
