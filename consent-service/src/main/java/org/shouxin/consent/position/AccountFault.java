package org.shouxin.consent.position;

/** The identity provider did not do what it was told; the code is for the task's list. */
final class AccountFault extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  AccountFault(String code, Throwable cause) {
    super(code, cause);
    this.code = code;
  }

  AccountFault(String code) {
    super(code);
    this.code = code;
  }

  String code() {
    return code;
  }
}
