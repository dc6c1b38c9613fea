package org.shouxin.consent.purpose;

/** Legal bases of PIPL article 13, and the person's own right of access (article 45). */
public enum LegalBasis {
  CONSENT("CN-PIPL-13-1"),
  CONTRACT("CN-PIPL-13-2"),
  STATUTORY("CN-PIPL-13-3"),
  OWN_DATA("CN-PIPL-45");

  private final String code;

  LegalBasis(String code) {
    this.code = code;
  }

  /** The code on the wire and in audit events, for example {@code CN-PIPL-13-1}. */
  public String code() {
    return code;
  }
}
