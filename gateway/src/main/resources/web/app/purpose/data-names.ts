import { say, type Words } from '../i18n/language';

const categories: Record<string, Words> = {
  IDENTITY: ['身份信息', 'Identity'],
  CONTACT: ['联系方式', 'Contact details'],
  POLICY: ['保单信息', 'Policies'],
  FINANCIAL: ['账户与缴费', 'Accounts and payments'],
  HEALTH: ['健康信息', 'Health'],
  FAMILY: ['家庭成员', 'Family members'],
};

export const categoryName = (code: string): string => say(categories[code] ?? [code, code]);

const fields: Record<string, Words> = {
  name: ['姓名', 'Name'],
  idType: ['证件类型', 'ID type'],
  idNumber: ['证件号码', 'ID number'],
  gender: ['性别', 'Gender'],
  birthDate: ['出生日期', 'Date of birth'],
  mobile: ['手机号码', 'Mobile'],
  email: ['电子邮箱', 'Email'],
  address: ['地址', 'Address'],
  idValidUntil: ['证件有效期', 'ID valid until'],
  nationality: ['国籍', 'Nationality'],
  occupation: ['职业', 'Occupation'],
  bankAccount: ['银行账号', 'Bank account'],
  healthNote: ['健康与理赔材料', 'Health and claim papers'],
  policies: ['保单', 'Policies'],
  consentRecords: ['同意记录', 'Consent records'],
};

export const fieldName = (name: string): string => say(fields[name] ?? [name, name]);

const categoryOf: Record<string, string> = {
  name: 'IDENTITY',
  idType: 'IDENTITY',
  idNumber: 'IDENTITY',
  gender: 'IDENTITY',
  birthDate: 'IDENTITY',
  mobile: 'CONTACT',
  email: 'CONTACT',
  address: 'CONTACT',
  policies: 'POLICY',
};

/** The categories of PIPL 17 that fields belong to, each once, in their order. */
export const categoriesOfFields = (names: readonly string[]): string[] => [
  ...new Set(names.map(name => categoryOf[name]).filter((code): code is string => code !== undefined)),
];
