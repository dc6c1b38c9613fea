package org.shouxin.records.transfer.room;

/** By what people are counted, the most telling first: what stands first is generalised last. */
public enum Dimension {
  POLICIES,
  AGE_BAND,
  GENDER,
  INSURER
}
