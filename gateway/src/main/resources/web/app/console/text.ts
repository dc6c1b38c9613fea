import { say, type Words } from '../i18n/language';
import { consoleMessages } from './messages';
import { clockWords, stateWords } from './states';

export type ConsoleKey = keyof typeof consoleMessages;

/** The console's message in the reader's language; `{name}` places take the given values. */
export function c(key: ConsoleKey, values: Record<string, string | number> = {}): string {
  return say(consoleMessages[key]).replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** What a clock of DR-14 waits for; one without words of its own stays as the contract writes it. */
export const clockName = (code: string): string => say((clockWords as Record<string, Words>)[code] ?? [code, code]);

/** So many customers. */
export const people = (number: number): string => (number === 1 ? c('approvals.people.one') : c('approvals.people', { number }));

/** A state or kind in words; one without words of its own stays as the contract writes it. */
export const stateName = (code: string): string => say((stateWords as Record<string, Words>)[code] ?? [code, code]);
