import type { AccessEvent } from '../api/types';

/** How often something was permitted and refused. */
export interface Tally {
  label: string;
  permitted: number;
  refused: number;
}

export const total = ({ permitted, refused }: Tally): number => permitted + refused;

/** Counts events by a key, in the order in which the keys first appear. */
export function tally(events: readonly AccessEvent[], keyOf: (event: AccessEvent) => string): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const event of events) {
    const label = keyOf(event);
    const counted = tallies.get(label) ?? { label, permitted: 0, refused: 0 };
    tallies.set(label, counted);
    if (event.permitted) counted.permitted++;
    else counted.refused++;
  }
  return [...tallies.values()];
}
