import type { AccessEvent } from '../api/types';
import { t, type MessageKey } from '../i18n/text';
import { recipientName } from '../recipient/recipient';

const kinds: Record<string, MessageKey> = {
  customer: 'actor.customer',
  employee: 'actor.employee',
  partner: 'actor.partner',
  system: 'actor.system',
  regulator: 'actor.regulator',
};

/** The broker itself is known to services by an id only; a branch is given by its name. */
const employerOf = ({ organization }: AccessEvent): string =>
  organization && !organization.startsWith('ctl-') ? organization : t('actor.broker');

/** Who looked, in words: the reader herself, an organization, or the kind of actor with its id. */
export function partyOf(event: AccessEvent, customerId: string): string {
  const kind = event.actorKind.toLowerCase();
  if (kind === 'customer' && event.actorId === customerId) return t('actor.me');
  const label = t(kinds[kind] ?? 'actor.system');
  if (kind === 'partner') return recipientName(event.actorId);
  if (kind === 'employee') return `${employerOf(event)} · ${label} ${event.actorId}`;
  return label;
}
