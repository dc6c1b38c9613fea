import { once } from '../api/once';
import type { Language } from '../i18n/language';

/** How one check of a receipt went; the verifier names the checks and faults. */
export interface Finding {
  check: string;
  state: 'holds' | 'fails' | 'open';
  fault?: string;
  detail: string;
}

interface Verifier {
  verifyReceipt(text: string, keys: { jwks: string; vkey: string }): Promise<Finding[]>;
  say(key: string, language: Language): string;
}

/** The modules of the public verifier's page: what checks here is what everybody can take away. */
export const verifier = once(async (): Promise<Verifier> => {
  const folder = '/verify';
  const [{ verifyReceipt }, { say }] = await Promise.all([import(`${folder}/verifier.js`), import(`${folder}/words.js`)]);
  return { verifyReceipt, say };
});

export const worst = (findings: readonly Finding[]): Finding['state'] =>
  (['fails', 'open'] as const).find(state => findings.some(finding => finding.state === state)) ?? 'holds';
