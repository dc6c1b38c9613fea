import type { Policy } from '../api/types';
import type { Person } from './operations';

/** The record as a file that other programs can read. Its name tells nothing about the person. */
export function downloadCopy(person: Person, policies: readonly Policy[] | null, at: Date): void {
  const copy = { format: 'shouxin-personal-data-copy/1', exportedAt: at.toISOString(), basis: 'PIPL art. 45', data: { ...person, policies } };
  const file = new Blob([JSON.stringify(copy, null, 2)], { type: 'application/json' });
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = `shouxin-my-data-${at.toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
