import { ask } from '../api/graphql';

/** Who may be given data, and for which purposes it is registered (R-CN-05). */
export interface Recipient {
  id: string;
  name: string;
  purposes: string[];
}

export async function listRecipients(): Promise<Recipient[]> {
  const { data } = await ask<{ recipients: Recipient[] }>('query Recipients { recipients { id name purposes } }');
  return data.recipients;
}
