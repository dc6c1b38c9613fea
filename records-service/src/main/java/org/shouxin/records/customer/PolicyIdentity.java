package org.shouxin.records.customer;

/** What makes a policy one policy: insurer and policy number, or application number before that. */
final class PolicyIdentity {
  private PolicyIdentity() {}

  static String of(PolicyFile policy) {
    String number = policy.policyNumber();
    return policy.insurer()
        + '|'
        + (number == null ? "application:" + policy.applicationNumber() : number);
  }
}
