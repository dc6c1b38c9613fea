const KEY = 'shouxin.log';

interface Seen {
  vkey: string;
  size: string;
}

function recall(): Seen | null {
  const text = localStorage.getItem(KEY);
  return text ? (JSON.parse(text) as Seen) : null;
}

/** As of the start of this visit: answers within a visit may overtake each other, so only earlier visits can prove a step back. */
const before = recall();

/** What this browser remembers of the log, so that a changed key or a shortened log shows: the first key and the largest tree. */
export function remember(vkey: string, size: bigint): 'KNOWN' | 'OTHER_KEY' | 'SHRUNK' {
  if (before && before.vkey !== vkey) return 'OTHER_KEY';
  if (before && size < BigInt(before.size)) return 'SHRUNK';
  if (size > BigInt(recall()?.size ?? '0')) localStorage.setItem(KEY, JSON.stringify({ vkey, size: size.toString() } satisfies Seen));
  return 'KNOWN';
}
