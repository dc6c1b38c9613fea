package org.shouxin.consent.rightsrequest;

/**
 * The rights of PIPL 24 and 44 to 50 that are asked for by request; withdrawal has its own path.
 */
public enum RightsRequestType {
  ACCESS,
  COPY,
  CORRECT,
  SUPPLEMENT,
  DELETE,
  RESTRICT,
  PORTABILITY,
  EXPLAIN,
  OBJECT_AUTOMATED_DECISION,
  CLOSE_ACCOUNT;

  /** Closing an account has its own, shorter clock (GB/T 35273 8.5). */
  String clockCode() {
    return this == CLOSE_ACCOUNT ? "K-06" : "K-04";
  }
}
