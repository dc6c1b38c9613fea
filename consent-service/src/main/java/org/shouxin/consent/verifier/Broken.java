package org.shouxin.consent.verifier;

/** Ends one check with the fault it found. */
final class Broken extends Exception {
  private static final long serialVersionUID = 1L;

  private final Fault fault;

  Broken(Fault fault, String detail) {
    super(detail, null, false, false);
    this.fault = fault;
  }

  Finding.Fails in(Check check) {
    return new Finding.Fails(check, fault, String.valueOf(getMessage()));
  }
}
