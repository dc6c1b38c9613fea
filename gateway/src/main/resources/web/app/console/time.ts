import { t } from '../i18n/text';

const MINUTE = 60_000;

/** A length of time in days and hours, or hours and minutes. */
export function length(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / MINUTE);
  const hours = Math.floor(minutes / 60);
  return hours >= 48
    ? t('cases.time.days', { days: Math.floor(hours / 24), hours: hours % 24 })
    : t('cases.time.hours', { hours, minutes: minutes % 60 });
}

export const overdueBy = (milliseconds: number): string => t('cases.clock.over', { time: length(milliseconds) });

/** The last moment of a day in Asia/Shanghai. */
export const endOfDay = (day: string): string => `${day}T23:59:59+08:00`;
