import { say, type Words } from '../i18n/language';
import { consentPurposes } from './consent-purposes';
import { dutyPurposes } from './duty-purposes';

export type Category = 'IDENTITY' | 'CONTACT' | 'POLICY' | 'FINANCIAL' | 'HEALTH' | 'FAMILY';

/** A purpose the customer decides on (PIPL 13(1) or a separate consent), told in plain words. */
export interface ConsentPurpose {
  code: string;
  title: Words;
  plain: Words;
  categories: readonly Category[];
  /** Asked once for each recipient. */
  perRecipient?: true;
  /** May be given at any time from the portal; the others only when a matter in hand asks for them. */
  open?: true;
  stops: Words;
  continues: Words;
}

/** A purpose that rests on contract or law, with the reason why it cannot be withdrawn. */
export interface DutyPurpose {
  code: string;
  title: Words;
  plain: Words;
  basis: Words;
  why: Words;
}

const titles = new Map<string, Words>([...consentPurposes, ...dutyPurposes].map(purpose => [purpose.code, purpose.title]));

/** The purpose's name in the reader's language; a code not told here stands for itself. */
export function purposeTitle(code: string): string {
  const words = titles.get(code);
  return words ? say(words) : code;
}

const categories: Record<string, Words> = {
  IDENTITY: ['身份信息', 'Identity'],
  CONTACT: ['联系方式', 'Contact details'],
  POLICY: ['保单信息', 'Policies'],
  FINANCIAL: ['账户与缴费', 'Accounts and payments'],
  HEALTH: ['健康信息', 'Health'],
  FAMILY: ['家庭成员', 'Family members'],
};

export const categoryTitle = (code: string): string => say(categories[code] ?? [code, code]);

const fields: Record<string, Words> = {
  name: ['姓名', 'Name'],
  idType: ['证件类型', 'ID type'],
  idNumber: ['证件号码', 'ID number'],
  gender: ['性别', 'Gender'],
  birthDate: ['出生日期', 'Date of birth'],
  mobile: ['手机号码', 'Mobile'],
  email: ['电子邮箱', 'Email'],
  address: ['地址', 'Address'],
  policies: ['保单', 'Policies'],
  consentRecords: ['同意记录', 'Consent records'],
};

export const fieldTitle = (name: string): string => say(fields[name] ?? [name, name]);
