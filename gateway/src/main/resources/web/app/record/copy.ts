import type { Policy } from '../api/types';
import { download } from '../design/download';
import type { Person } from './operations';

/** The record as a file that other programs can read. */
export function downloadCopy(person: Person, policies: readonly Policy[] | null, at: Date): void {
  const copy = {
    format: 'shouxin-personal-data-copy/1',
    exportedAt: at.toISOString(),
    basis: 'PIPL art. 45',
    data: { ...person, policies },
  };
  download(`shouxin-my-data-${at.toISOString().slice(0, 10)}.json`, JSON.stringify(copy, null, 2));
}
