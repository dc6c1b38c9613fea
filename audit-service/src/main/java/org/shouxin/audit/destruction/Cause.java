package org.shouxin.audit.destruction;

/** Why something is destroyed (PIPL 47). */
public enum Cause {
  RETENTION_ENDED,
  ERASURE_REQUEST,
  CONSENT_WITHDRAWN,
  /** The business moved; what the seller need not keep of it goes (R-BT-05). */
  TRANSFERRED
}
