package org.shouxin.consent.complaint;

/** Why a complaint is major (R-CP-01). */
public enum Ground {
  AMOUNT,
  MEDIA,
  GROUP,
  DATA_LEAK,
  REPEAT
}
