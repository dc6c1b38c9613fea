import type { AccessEvent } from '../api/types';
import { t, type MessageKey } from '../i18n/text';

const kinds: Record<string, MessageKey> = {
  customer: 'actor.customer',
  employee: 'actor.employee',
  partner: 'actor.partner',
  system: 'actor.system',
  regulator: 'actor.regulator',
};

/** Who looked, in words: the reader herself, an organization, or the kind of actor with its id. */
export function partyOf(event: AccessEvent, customerId: string): string {
  const kind = event.actorKind.toLowerCase();
  if (kind === 'customer' && event.actorId === customerId) return t('actor.me');
  const label = t(kinds[kind] ?? 'actor.system');
  if (kind === 'partner') return event.organization ?? `${label} ${event.actorId}`;
  if (kind === 'employee') return [event.organization, `${label} ${event.actorId}`].filter(Boolean).join(' · ');
  return event.organization ?? label;
}
