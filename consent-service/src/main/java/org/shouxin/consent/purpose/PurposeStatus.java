package org.shouxin.consent.purpose;

/** State of one version of a processing activity (R-CN-06): only an approved one can be used. */
public enum PurposeStatus {
  DRAFT,
  APPROVED,
  REJECTED
}
