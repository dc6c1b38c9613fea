package org.shouxin.records.customer;

/**
 * What one batch added.
 *
 * @param newCustomers people not known before
 * @param knownCustomers people recognised
 * @param newPolicies policies not known before; a known (insurer, number) pair is not recorded
 *     again
 */
public record Admission(int newCustomers, int knownCustomers, int newPolicies) {
  /** The sum of two admissions, for the progress of an import. */
  public Admission plus(Admission other) {
    return new Admission(
        newCustomers + other.newCustomers,
        knownCustomers + other.knownCustomers,
        newPolicies + other.newPolicies);
  }
}
