export type Bytes = Uint8Array<ArrayBuffer>;

export const fromText = (text: string): Bytes => new TextEncoder().encode(text) as Bytes;

/** Standard or URL-safe base64, padded or not; throws on anything else. */
export const fromBase64 = (text: string): Bytes =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), char => char.charCodeAt(0));

export const toBase64 = (bytes: Bytes): string => btoa(String.fromCharCode(...bytes));

export const toHex = (bytes: Bytes): string => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');

export const same = (a: Bytes, b: Bytes): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);

export function join(...parts: Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const sha256 = async (bytes: Bytes): Promise<Bytes> => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** Whether a text has the SHA-256 that is claimed for it, written as hex or as base64 of either alphabet. */
export async function digestMatches(text: string, claimed: string): Promise<boolean> {
  const digest = await sha256(fromText(text));
  if (/^[0-9a-f]{64}$/i.test(claimed)) return toHex(digest) === claimed.toLowerCase();
  return /^[\w+/-]{43}=?$/.test(claimed) && same(digest, fromBase64(claimed));
}
