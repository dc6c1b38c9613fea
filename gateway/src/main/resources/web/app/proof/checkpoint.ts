import { fromBase64, fromText, join, same, sha256, toHex, type Bytes } from './bytes';

/** A C2SP tlog-checkpoint inside a signed-note. */
export interface Checkpoint {
  origin: string;
  size: bigint;
  root: Bytes;
  /** What is signed: everything up to and including the newline before the blank line. */
  text: Bytes;
  signatures: { name: string; keyHash: Bytes; signature: Bytes }[];
}

/** Reads a checkpoint, or null when it is not one. */
export function readCheckpoint(note: string): Checkpoint | null {
  const cut = note.lastIndexOf('\n\n');
  if (cut < 0) return null;
  const text = note.slice(0, cut + 1);
  const [origin, size, root] = text.split('\n');
  if (!origin || !root || !/^(0|[1-9]\d*)$/.test(size ?? '')) return null;
  const signatures = note
    .slice(cut + 2)
    .split('\n')
    .map(line => /^\u2014 (\S+) (\S+)$/.exec(line))
    .filter(match => match !== null)
    .map(([, name = '', blob = '']) => ({ name, bytes: fromBase64(blob) }))
    .map(({ name, bytes }) => ({ name, keyHash: bytes.slice(0, 4), signature: bytes.slice(4) }));
  return { origin, size: BigInt(size ?? '0'), root: fromBase64(root), text: fromText(text), signatures };
}

/** The log's Ed25519 key in the form NAME+HASH+KEY (signed-note); null when it contradicts itself. */
export interface LogKey {
  name: string;
  keyHash: Bytes;
  publicKey: Bytes;
}

const ED25519 = 1;

export async function readLogKey(vkey: string): Promise<LogKey | null> {
  const [, name = '', hash = '', encoded = ''] = /^(.+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey.trim()) ?? [];
  if (!name) return null;
  const typed = fromBase64(encoded);
  const keyHash = (await sha256(join(fromText(`${name}\n`), typed))).slice(0, 4);
  if (typed[0] !== ED25519 || typed.length !== 33 || toHex(keyHash) !== hash) return null;
  return { name, keyHash, publicKey: typed.slice(1) };
}

export type SignatureState = 'valid' | 'invalid' | 'unsupported';

/** Whether the log signed this checkpoint. `unsupported` when this browser's WebCrypto has no Ed25519. */
export async function checkSignature(checkpoint: Checkpoint, key: LogKey): Promise<SignatureState> {
  const mine = checkpoint.signatures.filter(({ name, keyHash }) => name === key.name && same(keyHash, key.keyHash));
  let publicKey: CryptoKey;
  try {
    publicKey = await crypto.subtle.importKey('raw', key.publicKey, { name: 'Ed25519' }, false, ['verify']);
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'NotSupportedError') return 'unsupported';
    return 'invalid';
  }
  for (const { signature } of mine) {
    if (await crypto.subtle.verify({ name: 'Ed25519' }, publicKey, signature, checkpoint.text)) return 'valid';
  }
  return 'invalid';
}
