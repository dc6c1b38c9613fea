package org.shouxin.audit.verifier;

/** The first thing found wrong, in one sentence that names its place. */
final class Fault extends Exception {
  private static final long serialVersionUID = 1L;

  Fault(String message) {
    super(message);
  }
}
