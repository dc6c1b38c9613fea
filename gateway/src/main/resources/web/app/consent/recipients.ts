import { ask } from '../api/graphql';

/** Who may be given data, and for which purposes it is registered (R-CN-05). */
export interface Recipient {
  id: string;
  name: string;
  purposes: string[];
  categories: string[];
  standing: string;
  contact: { email: string } | null;
}

/** A recipient that a consent names and the register no longer does. */
export const unregistered = (id: string): Recipient => ({ id, name: id, purposes: [], categories: [], standing: 'UNKNOWN', contact: null });

export async function listRecipients(): Promise<Recipient[]> {
  const { data } = await ask<{ recipients: Recipient[] }>(
    'query Recipients { recipients { id name purposes categories standing contact { email } } }',
  );
  return data.recipients;
}
