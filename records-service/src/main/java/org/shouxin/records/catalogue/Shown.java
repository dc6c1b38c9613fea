package org.shouxin.records.catalogue;

/**
 * How much of a field a kind of caller sees (DR-13): all, masked level W or P (DR-07), or nothing.
 */
public enum Shown {
  FULL,
  W,
  P,
  HIDDEN
}
