import type { AccessEvent, InclusionProof } from '../api/types';
import { fromBase64, fromText, same, toBase64 } from './bytes';
import { checkSignature, readCheckpoint, readLogKey, type SignatureState } from './checkpoint';
import { remember } from './first-seen';
import { leafHash, rootOfPath } from './merkle';

/** The first thing that is wrong with a proof. */
export type Fault =
  | 'MALFORMED'
  | 'OTHER_EVENT'
  | 'SHOWN_DIFFERS'
  | 'LEAF_HASH'
  | 'NOT_INCLUDED'
  | 'KEY'
  | 'SIGNATURE'
  | 'ROLLED_BACK';

export type Verdict =
  | { holds: true; signature: SignatureState; keyChanged: boolean; size: bigint; root: string; logName: string }
  | { holds: false; fault: Fault };

const wrong = (fault: Fault): Verdict => ({ holds: false, fault });

/**
 * Verifies in this browser, with WebCrypto alone, that the shown event is the one in the log: the entry is about this
 * event and says what is shown; it hashes to the leaf; the path leads to the checkpoint's root; the log signed the
 * checkpoint; the log has not shrunk since this browser last saw it.
 */
export async function verify(shown: AccessEvent, proof: InclusionProof, vkey: string): Promise<Verdict> {
  try {
    return await check(shown, proof, vkey);
  } catch (failure) {
    if (failure instanceof SyntaxError || failure instanceof DOMException || failure instanceof TypeError) return wrong('MALFORMED');
    throw failure;
  }
}

async function check(shown: AccessEvent, proof: InclusionProof, vkey: string): Promise<Verdict> {
  const entry = JSON.parse(proof.leaf) as Entry;
  if (entry.eventId !== shown.eventId || proof.eventId !== shown.eventId) return wrong('OTHER_EVENT');
  if (differs(shown, entry)) return wrong('SHOWN_DIFFERS');

  const leaf = await leafHash(fromText(proof.leaf));
  if (!same(leaf, fromBase64(proof.leafHash))) return wrong('LEAF_HASH');

  const checkpoint = readCheckpoint(proof.checkpoint);
  const key = await readLogKey(vkey);
  if (!checkpoint) return wrong('MALFORMED');
  if (!key) return wrong('KEY');
  const root = await rootOfPath(BigInt(proof.logIndex), checkpoint.size, leaf, proof.hashes.map(fromBase64));
  if (!root || !same(root, checkpoint.root)) return wrong('NOT_INCLUDED');

  const signature = await checkSignature(checkpoint, key);
  if (signature === 'invalid') return wrong('SIGNATURE');
  const seen = remember(vkey.trim(), checkpoint.size);
  if (seen === 'SHRUNK') return wrong('ROLLED_BACK');
  return { holds: true, signature, keyChanged: seen === 'OTHER_KEY', size: checkpoint.size, root: toBase64(root), logName: key.name };
}

interface Entry {
  eventId?: string;
  occurredAt?: string;
  purpose?: string;
  actor?: { kind?: string };
  decision?: { id?: string; permitted?: boolean };
}

/** Whether the log says something else than the screen, in any fact that both state. */
function differs(shown: AccessEvent, entry: Entry): boolean {
  const { decision, actor } = entry;
  return (
    (entry.occurredAt !== undefined && Date.parse(entry.occurredAt) !== Date.parse(shown.occurredAt)) ||
    (entry.purpose !== undefined && entry.purpose !== shown.purpose) ||
    (decision?.permitted !== undefined && decision.permitted !== shown.permitted) ||
    (decision?.id !== undefined && shown.decisionId !== null && decision.id !== shown.decisionId) ||
    (actor?.kind !== undefined && actor.kind.toLowerCase() !== shown.actorKind.toLowerCase())
  );
}
