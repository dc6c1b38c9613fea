package org.shouxin.audit.destruction;

/** Why something is destroyed (PIPL 47). */
public enum Cause {
  RETENTION_ENDED,
  ERASURE_REQUEST,
  CONSENT_WITHDRAWN
}
