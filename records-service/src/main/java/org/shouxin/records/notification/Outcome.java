package org.shouxin.records.notification;

/**
 * How a try to mail an order ended: only RETRY, after which nothing has left the house, is tried
 * again.
 */
enum Outcome {
  SENT,
  NO_ADDRESS,
  UNCERTAIN,
  RETRY
}
