package org.shouxin.records.customer;

import org.jspecify.annotations.Nullable;

/** What makes a policy one policy: insurer and policy number, or application number before that. */
final class PolicyIdentity {
  private PolicyIdentity() {}

  static String of(PolicyFile policy) {
    return of(policy.insurer(), policy.policyNumber(), policy.applicationNumber());
  }

  static String of(String insurer, @Nullable String number, String applicationNumber) {
    return insurer + '|' + (number == null ? "application:" + applicationNumber : number);
  }
}
