import { say, type Words } from '../i18n/language';

/** Codes of DR-04 and of gender in words; masked and plain values stand for themselves. */
const words: Record<string, Words> = {
  M: ['男', 'Male'],
  F: ['女', 'Female'],
  MALE: ['男', 'Male'],
  FEMALE: ['女', 'Female'],
  RIC: ['居民身份证', 'Resident identity card'],
  HKB: ['户口簿', 'Household register'],
  CNP: ['中国护照', 'Chinese passport'],
  FPP: ['外国护照', 'Foreign passport'],
  HMT: ['港澳居民来往内地通行证', 'Mainland travel permit (Hong Kong, Macao)'],
  TWT: ['台湾居民来往大陆通行证', 'Mainland travel permit (Taiwan)'],
  HRP: ['港澳居民居住证', 'Residence permit (Hong Kong, Macao)'],
  TRP: ['台湾居民居住证', 'Residence permit (Taiwan)'],
  FPR: ['外国人永久居留身份证', 'Foreign permanent resident card'],
  MIL: ['军人证件', 'Military identity document'],
  BIR: ['出生医学证明', 'Birth certificate'],
  APPLICANT: ['投保人', 'Policyholder'],
  INSURED: ['被保险人', 'Insured'],
  BENEFICIARY: ['受益人', 'Beneficiary'],
};

/** An amount of yuan in groups of three; what is masked stays as it is. */
export const amountInWords = (amount: string): string => {
  const [whole = '', cents] = amount.split('.');
  if (!/^\d+$/.test(whole)) return amount;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (cents === undefined ? '' : `.${cents}`);
  return say([`${grouped} 元`, `CNY ${grouped}`]);
};

export const valueInWords = (value: string): string => say(words[value] ?? [value, value]);
