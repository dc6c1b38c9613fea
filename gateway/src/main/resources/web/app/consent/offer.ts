import type { ConsentRecord } from '../api/types';
import { isOpen, type Purpose } from '../purpose/purpose';
import { unregistered, type Recipient } from '../recipient/recipient';

/** One decision of the customer: a purpose, for one recipient where the purpose names one, and how it stands. */
export interface Offer {
  key: string;
  purpose: Purpose;
  recipient: Recipient | null;
  /** The newest record of this decision, if it was ever made. */
  record: ConsentRecord | null;
  inForce: boolean;
}

/** Every decision to show: what may be given at any time, and what was ever decided, in the order of the catalogue. */
export function offersOf(purposes: readonly Purpose[], records: readonly ConsentRecord[], recipients: readonly Recipient[]): Offer[] {
  return purposes.filter(purpose => purpose.consentApplicable).flatMap(purpose => {
    const decided = records.filter(record => record.purpose === purpose.code);
    return recipientsOf(purpose, decided, recipients)
      .map(recipient => offer(purpose, recipient, decided))
      .filter(({ record, recipient }) => record !== null || (isOpen(purpose) && recipient?.standing !== 'SUSPENDED'));
  });
}

function recipientsOf(purpose: Purpose, decided: readonly ConsentRecord[], recipients: readonly Recipient[]): (Recipient | null)[] {
  const registered = purpose.recipientRequired ? recipients.filter(recipient => recipient.purposes.includes(purpose.code)) : [];
  const known = new Set(registered.map(recipient => recipient.id));
  const former = decided
    .map(record => record.recipientId)
    .filter((id): id is string => id !== null && !known.has(id))
    .map(id => recipients.find(recipient => recipient.id === id) ?? unregistered(id));
  const named = [...registered, ...new Map(former.map(recipient => [recipient.id, recipient])).values()];
  return purpose.recipientRequired ? named : [null, ...named];
}

function offer(purpose: Purpose, recipient: Recipient | null, decided: readonly ConsentRecord[]): Offer {
  const mine = decided
    .filter(record => (record.recipientId ?? null) === (recipient?.id ?? null))
    .sort((a, b) => newest(b).localeCompare(newest(a)));
  const record = mine.find(isInForce) ?? mine[0] ?? null;
  const key = recipient ? `${purpose.code}-${recipient.id}` : purpose.code;
  return { key, purpose, recipient, record, inForce: record !== null && isInForce(record) };
}

/** What a consent to this covers: the purpose's categories, no more than the recipient's agreement allows. */
export function categoriesOf({ purpose, recipient }: Offer): string[] {
  return purpose.categories.filter(category => !recipient || recipient.categories.includes(category));
}

/** Given, or given again before it ended (W3C DPV). */
export const isInForce = (record: ConsentRecord): boolean => record.state === 'GIVEN' || record.state === 'RENEWED';

const newest = (record: ConsentRecord): string => record.withdrawnAt ?? record.givenAt ?? '';
