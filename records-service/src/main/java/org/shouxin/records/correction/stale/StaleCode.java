package org.shouxin.records.correction.stale;

/** Why a customer's data count as stale (R-RC-03). */
enum StaleCode {
  /** The identity document's last day is over. */
  ID_EXPIRED,
  /** A message to the number came back after the number was last said. */
  MOBILE_BOUNCED,
  /** A message to the address came back after the address was last said. */
  EMAIL_BOUNCED,
  /** Nobody said or verified anything for 24 months. */
  NOT_CHECKED
}
