import { ask } from '../api/graphql';
import { once } from '../api/once';
import { redraw } from '../i18n/language';

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

let names = new Map<string, string>();

/** The register, asked for once a visit. */
export const listRecipients = once(async (): Promise<Recipient[]> => {
  const { data } = await ask<{ recipients: Recipient[] }>(
    'query Recipients { recipients { id name purposes categories standing contact { email } } }',
  );
  names = new Map(data.recipients.map(recipient => [recipient.id, recipient.name]));
  redraw();
  return data.recipients;
});

/** The recipient's name; its id until the register is here. */
export const recipientName = (id: string): string => names.get(id) ?? id;
