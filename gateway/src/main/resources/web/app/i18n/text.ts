import { caseMessages } from '../cases/messages';
import { consentMessages } from '../consent/messages';
import { historyMessages } from '../history/messages';
import { inventoryMessages } from '../inventory/messages';
import { incidentMessages } from '../incident/messages';
import { noticeMessages } from '../notice/messages';
import { proofMessages } from '../proof/messages';
import { receiptMessages } from '../receipt/messages';
import { recordMessages } from '../record/messages';
import { shellMessages } from '../shell/messages';
import { say, type Words } from './language';

const messages = {
  ...shellMessages,
  ...consentMessages,
  ...historyMessages,
  ...proofMessages,
  ...recordMessages,
  ...inventoryMessages,
  ...noticeMessages,
  ...receiptMessages,
  ...caseMessages,
  ...incidentMessages,
} satisfies Record<string, Words>;

export type MessageKey = keyof typeof messages;

/** The message in the reader's language; `{name}` places take the given values. */
export function t(key: MessageKey, values: Record<string, string | number> = {}): string {
  return say(messages[key] ?? [key, key]).replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
