package org.shouxin.audit.monitor.simulation;

import org.shouxin.audit.monitor.rule.ActorKey;

/**
 * Somebody whose honest days are played.
 *
 * @param usual people on a middling day
 * @param spread standard deviation of the logarithm of a day's size
 * @param book people whom the worker looks after, or who may be asked about
 * @param firstPerson number of the first of them: books do not overlap
 */
record Worker(ActorKey key, String role, double usual, double spread, int book, int firstPerson) {

  boolean isPartner() {
    return role.equals("partner");
  }
}
