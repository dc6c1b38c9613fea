/**
 * This browser's own key pair. No script can read its private half, so whoever copies the session's cookies to another
 * browser cannot make the proofs that each call needs (DPoP, RFC 9449).
 */
const DATABASE = 'shouxin';
const KEYS = 'keys';
const NAME = 'session';
const TOLERATED_MS = 20_000;
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' };

let known: Promise<CryptoKeyPair> | undefined;
let aheadMs = 0;

/** Proofs are dated by the gateway's clock, as its last answer told it: a phone's own clock may be hours off. */
export function tellTime(response: Response): void {
  const date = Date.parse(response.headers.get('Date') ?? '');
  if (!Number.isNaN(date)) aheadMs = Math.abs(Date.now() - date) > TOLERATED_MS ? Date.now() - date : 0;
}

const key = (): Promise<CryptoKeyPair> => (known ??= findOrMake());

async function findOrMake(): Promise<CryptoKeyPair> {
  const database = await done(indexedDB.open(DATABASE, 1), request => request.result.createObjectStore(KEYS));
  const kept: unknown = await done(database.transaction(KEYS).objectStore(KEYS).get(NAME));
  if (kept) return kept as CryptoKeyPair;
  const made = await crypto.subtle.generateKey(ALGORITHM, false, ['sign']);
  await done(database.transaction(KEYS, 'readwrite').objectStore(KEYS).put(made, NAME));
  return made;
}

function done<T>(request: IDBRequest<T>, upgrade?: (request: IDBOpenDBRequest) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    if (upgrade) (request as IDBRequest as IDBOpenDBRequest).onupgradeneeded = () => upgrade(request as IDBRequest as IDBOpenDBRequest);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}

const base64url = (bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Whether this device's own clock is far from the gateway's. */
export const clockIsOff = (): boolean => aheadMs !== 0;

/** The public half as RFC 7638 writes it: these members, in this order. */
async function publicHalf(): Promise<{ crv: string; kty: string; x: string; y: string }> {
  const { crv, kty, x, y } = await crypto.subtle.exportKey('jwk', (await key()).publicKey);
  return { crv: crv ?? '', kty: kty ?? '', x: x ?? '', y: y ?? '' };
}

/** Names the key for the sign-in that follows, which ties the session to it. */
export async function nameKey(): Promise<void> {
  const thumbprint = base64url(await crypto.subtle.digest('SHA-256', utf8(JSON.stringify(await publicHalf()))));
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `shouxin_key=${thumbprint}; Path=/sign-in; Max-Age=900; SameSite=Lax${secure}`;
}

/** A proof for one call of this path. */
export async function proof(method: string, path: string): Promise<string> {
  const header = { typ: 'dpop+jwt', alg: 'ES256', jwk: await publicHalf() };
  const claims = { jti: crypto.randomUUID(), htm: method, htu: location.origin + path, iat: Math.floor((Date.now() - aheadMs) / 1000) };
  const text = `${base64url(utf8(JSON.stringify(header)))}.${base64url(utf8(JSON.stringify(claims)))}`;
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, (await key()).privateKey, utf8(text));
  return `${text}.${base64url(signature)}`;
}
