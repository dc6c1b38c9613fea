import { language } from './language';

const zone = { timeZone: 'Asia/Shanghai' } as const;

const format = (at: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language() === 'en' ? 'en-GB' : 'zh-CN', { ...zone, ...options }).format(new Date(at));

/** All times are shown in Asia/Shanghai, the zone of the broker's duties (DR preamble). */
export const dayOf = (at: string): string => format(at, { year: 'numeric', month: 'long', day: 'numeric' });
export const weekdayOf = (at: string): string =>
  format(at, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' });
export const timeOf = (at: string): string => format(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
export const momentOf = (at: string): string => `${dayOf(at)} ${timeOf(at)}`;
export const monthOf = (at: string): string => format(at, { year: 'numeric', month: 'short' });

/** `2026-11` in Asia/Shanghai: sorts as text. */
export function monthKeyOf(at: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { ...zone, year: 'numeric', month: '2-digit' }).formatToParts(new Date(at));
  const part = (type: string): string => parts.find(p => p.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}`;
}
