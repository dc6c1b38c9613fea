package org.shouxin.records.vault;

/** What a blind index is over; equal values of two kinds have unrelated indexes. */
public enum IndexKind {
  ID_NUMBER,
  /** Last four characters of the identity number. */
  ID_NUMBER_END,
  NAME,
  /** Surname and one further character of a Chinese name. */
  NAME_PAIR,
  MOBILE,
  /** Last four digits of the mobile number. */
  MOBILE_END,
  POLICY_NUMBER,
  BANK_ACCOUNT,
  /** Name, birth date and mobile together: recognises a person without an identity document. */
  PERSON,
  /** Insurer, policy number and name together: recognises a person known in one policy only. */
  PERSON_IN_POLICY,
  /** All facts of one statement: the same statement is not stored twice. */
  STATEMENT,
  /** Surname of a search, for the monitor; never stored as an index. */
  SEARCH_SURNAME,
  /** Block of neighbouring numbers of a search, for the monitor; never stored as an index. */
  SEARCH_NUMBERS,
  /** Key of the mark of one export; never stored. */
  EXPORT_MARK
}
