import { ask } from '../api/graphql';
import { once } from '../api/once';
import { redraw, say, type Words } from '../i18n/language';

export interface BothWords {
  zh: string;
  en: string;
}

/** A purpose of processing as consent-service tells it (DR-10): the portal has no catalogue of its own. */
export interface Purpose {
  code: string;
  status: string;
  name: BothWords;
  words: BothWords;
  legalBasis: string;
  article: string;
  withdrawal: string;
  withdrawalEffect: BothWords;
  consentApplicable: boolean;
  recipientRequired: boolean;
  categories: string[];
  consentMonths: number;
}

export const inWords = ({ zh, en }: BothWords): string => say([zh, en.charAt(0).toUpperCase() + en.slice(1)]);

const CONSENT = 'CN-PIPL-13-1';
const STAFF_ONLY = 'P-25';

/** May be given or withdrawn in the portal at any time; health data is asked for only when a matter in hand needs it. */
export const isOpen = (purpose: Purpose): boolean =>
  purpose.status === 'APPROVED' && purpose.legalBasis === CONSENT && purpose.consentApplicable && !purpose.categories.includes('HEALTH');

/** Rests on contract or law: shown with the reason why there is nothing to withdraw. */
export const isDuty = (purpose: Purpose): boolean =>
  purpose.status === 'APPROVED' && purpose.legalBasis !== CONSENT && purpose.code !== STAFF_ONLY;

let names = new Map<string, BothWords>();

/** The purposes in force, asked for once a visit. */
export const listPurposes = once(async (): Promise<Purpose[]> => {
  const { data } = await ask<{ purposes: Purpose[] }>(
    `query Purposes { purposes {
      code status name { zh en } words { zh en } legalBasis article withdrawal withdrawalEffect { zh en }
      consentApplicable recipientRequired categories consentMonths
    } }`,
  );
  names = new Map(data.purposes.map(purpose => [purpose.code, purpose.name]));
  redraw();
  return data.purposes;
});

/** The purpose's name in the reader's language; its code until the names are here. */
export function purposeName(code: string): string {
  const known = names.get(code);
  return known ? inWords(known) : code;
}

const bases: Record<string, Words> = {
  'CN-PIPL-13-1': ['同意', 'Consent'],
  'CN-PIPL-13-2': ['合同', 'Contract'],
  'CN-PIPL-13-3': ['法定义务', 'Legal duty'],
  'CN-PIPL-45': ['您查阅自己信息的权利', 'Your right of access'],
};

export const basisName = (code: string): string => say(bases[code] ?? [code, code]);
