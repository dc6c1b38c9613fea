import { ask } from '../api/graphql';
import type { AccessConnection, AccessEvent } from '../api/types';

export const PAGE = 20;

export interface History {
  events: AccessEvent[];
  /** Where to go on; null when all is shown. */
  after: string | null;
}

/** Who looked at a person's data; `providedOnly`: to whom it went, which is the list of PIPL 23 and 45. */
export async function accessHistory(customerId: string, after: string | null = null, providedOnly = false): Promise<History> {
  const { data } = await ask<{ list: AccessConnection }>(
    `query ${providedOnly ? 'Provisions' : 'AccessHistory'}($id: ID!, $first: Int!, $after: String) {
      list: ${providedOnly ? 'provisions' : 'accessHistory'}(customerId: $id, first: $first, after: $after) {
        edges { cursor node { eventId occurredAt actorKind actorId organization purpose fields permitted decisionId logIndex } }
        pageInfo { hasNextPage endCursor }
      }
    }`,
    { id: customerId, first: PAGE, after },
  );
  const { edges, pageInfo } = data.list;
  return { events: edges.map(edge => edge.node), after: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}
