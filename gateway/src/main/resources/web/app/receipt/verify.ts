import { fromBase64, fromText, toBase64 } from '../proof/bytes';
import { canonical, type Json } from './canonical';

/** GENUINE, or the first thing that is wrong. */
export type ReceiptVerdict = 'GENUINE' | 'OTHER_RECORD' | 'UNSIGNED' | 'UNKNOWN_KEY' | 'SIGNATURE' | 'MALFORMED';

interface PublishedKey extends JsonWebKey {
  kid?: string;
}

const ES256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/**
 * Verifies a consent receipt in this browser: it is of this record, and its detached ES256 signature (RFC 7515 appendix F)
 * over the canonical form (RFC 8785) holds under a published key.
 */
export async function verifyReceipt(receipt: string, recordId: string, jwks: string): Promise<ReceiptVerdict> {
  try {
    return await check(receipt, recordId, jwks);
  } catch (failure) {
    if (failure instanceof SyntaxError || failure instanceof DOMException || failure instanceof TypeError) return 'MALFORMED';
    throw failure;
  }
}

async function check(receipt: string, recordId: string, jwks: string): Promise<ReceiptVerdict> {
  const { proof, ...document } = JSON.parse(receipt) as { proof?: { jws?: string }; record_id?: string; [name: string]: unknown };
  if (document.record_id !== recordId) return 'OTHER_RECORD';
  const [header = '', body, signature = ''] = (proof?.jws ?? '').split('.');
  if (!header || body !== '' || !signature) return 'UNSIGNED';
  const { alg, kid } = JSON.parse(new TextDecoder().decode(fromBase64(header))) as { alg?: string; kid?: string };
  const key = (JSON.parse(jwks) as { keys: PublishedKey[] }).keys.find(published => published.kid === kid);
  if (alg !== 'ES256' || !key) return 'UNKNOWN_KEY';
  const { kty, crv, x, y } = key;
  const publicKey = await crypto.subtle.importKey('jwk', { kty, crv, x, y } as JsonWebKey, ES256, false, ['verify']);
  const payload = toBase64Url(fromText(canonical(document as Json)));
  const holds = await crypto.subtle.verify(ES256, publicKey, fromBase64(signature), fromText(`${header}.${payload}`));
  return holds ? 'GENUINE' : 'SIGNATURE';
}

const toBase64Url = (bytes: Uint8Array<ArrayBuffer>): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
