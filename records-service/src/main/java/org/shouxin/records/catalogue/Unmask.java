package org.shouxin.records.catalogue;

/** Whether a position may open one field of one person (DR-13). */
public enum Unmask {
  NO,
  /** By a grant of its own. */
  YES,
  /** By a grant that another person approved. */
  APPROVED
}
