package org.shouxin.records.quality;

/** What a defect does to the row it is found in. */
public enum Severity {
  /** The row is kept out of the book until the value is corrected. */
  E,
  /** The row is accepted, and somebody gets a task. */
  W
}
