package org.shouxin.gateway.audit;

/** What a reviewer decides: misuse, which locks access, or a false alarm, which opens it. */
public enum AlertVerdict {
  CONFIRM,
  LIFT
}
