package org.shouxin.records.disclosure.mask;

/** The rows of the DR-07 table: what kind of value is masked. */
public enum MaskKind {
  /** Name of a natural person, Chinese or Latin. */
  NAME,
  /** Number of an identity document whose type is not at hand; the form decides. */
  IDENTITY_NUMBER,
  /** Mobile number or landline with area code. */
  TELEPHONE,
  EMAIL,
  ADDRESS,
  BANK_ACCOUNT,
  POLICY_NUMBER,
  /** ISO date. */
  BIRTH_DATE,
  /** Amount in yuan, plain decimal. */
  MONEY,
  PLATE_NUMBER,
  /** IPv4 address. */
  IP_ADDRESS,
  /** Health text, biometrics, claim papers, passwords, one-time codes. */
  NEVER_SHOWN,
  /** Credit codes and company names: not masked. */
  ORGANISATION
}
