/**
 * Verifies a consent receipt with WebCrypto alone: no request, no library, no code of what issues receipts.
 * RFC 7515 (detached ES256), RFC 8785, RFC 9162 section 2.1.3.2, C2SP signed-note, tlog-checkpoint and tlog-proof.
 */
import { schema } from './schema.js';

const P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const ED25519 = 1;
const EVENT_OF_STATE = {
  'dpv:ConsentGiven': 'consent.given',
  'dpv:RenewedConsentGiven': 'consent.given',
  'dpv:ConsentRefused': 'consent.refused',
  'dpv:ConsentWithdrawn': 'consent.withdrawn',
  'dpv:ConsentRevoked': 'consent.revoked',
};

class Broken extends Error {
  constructor(fault, detail) {
    super(detail);
    this.fault = fault;
  }
}

/** How each check went, in order: {check, state: 'holds' | 'fails' | 'open', fault, detail}. A missing key leaves its check open. */
export async function verifyReceipt(text, { jwks, vkey }) {
  const receipt = readReceipt(text);
  if (!receipt) return [{ check: 'FORMAT', state: 'fails', fault: 'NOT_JSON', detail: '/' }];
  const findings = [
    await attempt('FORMAT', () => {
      requireSchema(schema, receipt, '');
      return receipt.schema_version;
    }),
    jwks ? await attempt('SIGNATURE', () => requireSignature(receipt, jwks)) : open('SIGNATURE', 'NO_KEY'),
  ];
  const log = receipt.proof?.log;
  if (log?.state !== 'INTEGRATED') return [...findings, open('INCLUSION', 'NOT_IN_LOG')];
  const { entry, tlog_proof: proof } = log;
  return [
    ...findings,
    await attempt('ENTRY', () => requireEntry(receipt, log)),
    await attempt('INCLUSION', () => requireIncluded(readProof(proof), entry)),
    vkey ? await attempt('CHECKPOINT', () => requireCheckpoint(readProof(proof).checkpoint, vkey)) : open('CHECKPOINT', 'NO_KEY'),
  ];
}

const open = (check, detail) => ({ check, state: 'open', detail });

async function attempt(check, run) {
  try {
    return { check, state: 'holds', detail: await run() };
  } catch (broken) {
    if (!(broken instanceof Broken)) throw broken;
    if (broken.fault === 'NO_ED25519') return open(check, 'NO_ED25519');
    return { check, state: 'fails', fault: broken.fault, detail: broken.message };
  }
}

function readReceipt(text) {
  try {
    const read = JSON.parse(text);
    return isObject(read) ? read : null;
  } catch {
    return null;
  }
}

// Format: the part of JSON Schema 2020-12 that the contract uses.

const isObject = value => typeof value === 'object' && value !== null && !Array.isArray(value);

const TYPES = {
  object: isObject,
  array: Array.isArray,
  string: value => typeof value === 'string',
  boolean: value => typeof value === 'boolean',
  integer: Number.isSafeInteger,
};

function requireSchema(rule, value, at) {
  const hold = (holds, place = at) => {
    if (!holds) throw new Broken('SCHEMA', place || '/');
  };
  if (rule.$ref) requireSchema(schema.$defs[rule.$ref.replace('#/$defs/', '')], value, at);
  if (rule.oneOf) hold(rule.oneOf.filter(choice => fits(choice, value, at)).length === 1);
  if (rule.type) hold(TYPES[rule.type](value));
  if ('const' in rule) hold(rule.const === value);
  if (rule.enum) hold(rule.enum.includes(value));
  if (typeof value === 'string') hold(value.length >= (rule.minLength ?? 0) && new RegExp(rule.pattern ?? '').test(value));
  if ('minimum' in rule) hold(value >= rule.minimum);
  if (Array.isArray(value)) {
    hold(value.length >= (rule.minItems ?? 0));
    value.forEach((element, i) => rule.items && requireSchema(rule.items, element, `${at}/${i}`));
  }
  if (isObject(value)) {
    for (const name of rule.required ?? []) hold(Object.hasOwn(value, name), `${at}/${name}`);
    for (const [name, member] of Object.entries(value)) {
      const known = rule.properties && Object.hasOwn(rule.properties, name) ? rule.properties[name] : undefined;
      hold(known || rule.additionalProperties !== false, `${at}/${name}`);
      if (known) requireSchema(known, member, `${at}/${name}`);
    }
  }
}

function fits(rule, value, at) {
  try {
    requireSchema(rule, value, at);
    return true;
  } catch (broken) {
    if (broken instanceof Broken) return false;
    throw broken;
  }
}

// Signature: a detached JWS over the canonical document without its proof.

/** RFC 8785; ECMAScript's own numbers and texts are the RFC's. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${Object.keys(value).sort().map(name => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

async function requireSignature({ proof, ...content }, jwks) {
  const parts = String(proof?.jws).split('.');
  if (parts.length !== 3 || parts[1] !== '') throw new Broken('NO_SIGNATURE', '/proof/jws');
  const [encoded, , signature] = parts;
  const { alg, kid, crit } = readHeader(encoded);
  if (alg !== 'ES256' || crit) throw new Broken('ALGORITHM', String(alg));
  if (!String(proof.verificationMethod).endsWith(`#${kid}`)) throw new Broken('KEY_NAME', String(kid));
  const key = readKeys(jwks).find(published => published.kid === kid);
  if (!key) throw new Broken('UNKNOWN_KEY', String(kid));
  const payload = toBase64Url(utf8(canonical(content)));
  if (!(await signatureHolds(key, signature, utf8(`${encoded}.${payload}`)))) throw new Broken('CONTENT_CHANGED', kid);
  return `ES256, ${kid}`;
}

function readHeader(encoded) {
  try {
    return JSON.parse(new TextDecoder().decode(fromBase64(encoded)));
  } catch {
    throw new Broken('NO_SIGNATURE', '/proof/jws');
  }
}

function readKeys(jwks) {
  try {
    const read = JSON.parse(jwks);
    return read.keys ?? [read];
  } catch {
    return [];
  }
}

async function signatureHolds({ kty, crv, x, y }, signature, signed) {
  try {
    const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, P256, false, ['verify']);
    return await crypto.subtle.verify(P256, key, fromBase64(signature), signed);
  } catch {
    return false;
  }
}

// The log's entry says what the receipt says.

function requireEntry(receipt, log) {
  const entry = readReceipt(log.entry);
  if (!entry) throw new Broken('ENTRY_UNREADABLE', '/proof/log/entry');
  const processing = receipt.processing?.[0] ?? {};
  const event = receipt.events?.[0] ?? {};
  const same = (member, said) => {
    if (String(entry[member] ?? '') !== String(said ?? '')) throw new Broken('ENTRY_DIFFERS', member);
  };
  same('eventId', log.event_id);
  same('consentRecordId', receipt.record_id);
  same('subjectRef', receipt.pii_principal_id);
  same('controllerId', processing.pii_controllers?.[0]);
  same('purpose', String(processing.purpose).split(' ')[0]);
  same('legalBasis', processing.lawful_basis);
  same('recipientId', processing.recipient_third_parties?.[0]);
  same('noticeVersion', String(processing.privacy_notice).split('/').pop());
  same('afterHash', event.event_hash);
  same('beforeHash', event.prev_event_hash);
  same('type', EVENT_OF_STATE[event.event_state]);
  return entry.type;
}

// Inclusion.

function readProof(text) {
  const cut = String(text).indexOf('\n\n');
  const lines = String(text).slice(0, Math.max(cut, 0)).split('\n');
  if (cut < 0 || lines.shift() !== 'c2sp.org/tlog-proof@v1') throw new Broken('PROOF_UNREADABLE', 'c2sp.org/tlog-proof@v1');
  if (lines[0]?.startsWith('extra ')) lines.shift();
  const [, index] = /^index (0|[1-9]\d{0,17})$/.exec(lines.shift() ?? '') ?? [];
  if (index === undefined) throw new Broken('PROOF_UNREADABLE', 'index');
  return { index: BigInt(index), path: lines.map(readHash), checkpoint: readNote(text.slice(cut + 2)) };
}

function readHash(line) {
  const hash = readBase64(line);
  if (hash?.length !== 32) throw new Broken('PROOF_UNREADABLE', 'hash');
  return hash;
}

function readNote(note) {
  const cut = note.lastIndexOf('\n\n');
  const [origin, size, root] = note.slice(0, Math.max(cut, 0)).split('\n');
  if (cut < 0 || root === undefined || !/^(0|[1-9]\d{0,17})$/.test(size)) throw new Broken('PROOF_UNREADABLE', 'checkpoint');
  const signatures = note.slice(cut + 2).trimEnd().split('\n').map(line => {
    const [, name, encoded] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? [];
    const blob = readBase64(encoded ?? '');
    if (!name || !blob || blob.length <= 4) throw new Broken('PROOF_UNREADABLE', 'signature line of the checkpoint');
    return { name, keyId: blob.slice(0, 4), signature: blob.slice(4) };
  });
  return { text: note.slice(0, cut + 1), origin, size: BigInt(size), root: readHash(root), signatures };
}

async function requireIncluded({ index, path, checkpoint }, entry) {
  if (index >= checkpoint.size) throw new Broken('NOT_INCLUDED', `${index} / ${checkpoint.size}`);
  let position = index;
  let last = checkpoint.size - 1n;
  let hash = await sha256(join([0], utf8(entry)));
  for (const sibling of path) {
    if (last === 0n) throw new Broken('NOT_INCLUDED', 'the path is too long');
    if (position & 1n || position === last) {
      hash = await sha256(join([1], sibling, hash));
      while (!(position & 1n) && position !== 0n) {
        position >>= 1n;
        last >>= 1n;
      }
    } else {
      hash = await sha256(join([1], hash, sibling));
    }
    position >>= 1n;
    last >>= 1n;
  }
  if (last !== 0n || !same(hash, checkpoint.root)) throw new Broken('NOT_INCLUDED', `${index} / ${checkpoint.size}`);
  return `${index} / ${checkpoint.size}, ${btoa(String.fromCharCode(...hash))}`;
}

// Checkpoint: the log's own signature on its root.

/** The parts of NAME+ID+KEY, or null when it is no Ed25519 verifier key or contradicts itself. */
export async function readLogKey(vkey) {
  const [, name, id, encoded] = /^(\S+?)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey.trim()) ?? [];
  const typed = readBase64(encoded ?? '');
  if (!name || typed?.length !== 33 || typed[0] !== ED25519) return null;
  const keyId = (await sha256(join(utf8(`${name}\n`), typed))).slice(0, 4);
  return toHex(keyId) === id ? { name, keyId, publicKey: typed.slice(1) } : null;
}

async function requireCheckpoint(checkpoint, vkey) {
  const key = await readLogKey(vkey);
  if (!key || checkpoint.origin !== key.name) throw new Broken('OTHER_LOG', checkpoint.origin);
  const line = checkpoint.signatures.find(({ name, keyId }) => name === key.name && same(keyId, key.keyId));
  if (!line) throw new Broken('OTHER_LOG', toHex(key.keyId));
  let publicKey;
  try {
    publicKey = await crypto.subtle.importKey('raw', key.publicKey, 'Ed25519', false, ['verify']);
  } catch (unsupported) {
    if (unsupported.name === 'NotSupportedError') throw new Broken('NO_ED25519', key.name);
    throw new Broken('CHECKPOINT_SIGNATURE', key.name);
  }
  if (!(await crypto.subtle.verify('Ed25519', publicKey, line.signature, utf8(checkpoint.text)))) {
    throw new Broken('CHECKPOINT_SIGNATURE', key.name);
  }
  return `Ed25519, ${key.name}`;
}

// Bytes.

const utf8 = text => new TextEncoder().encode(text);
const sha256 = async bytes => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);
const toHex = bytes => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
const fromBase64 = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), char => char.charCodeAt(0));
const toBase64Url = bytes => {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

/** Standard base64 with its padding, or null. */
function readBase64(text) {
  return /^(?:[\w+/]{4})*(?:[\w+/]{2}==|[\w+/]{3}=)?$/.test(text) && !text.includes('_') ? fromBase64(text) : null;
}

function join(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
