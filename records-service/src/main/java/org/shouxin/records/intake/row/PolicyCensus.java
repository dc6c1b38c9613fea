package org.shouxin.records.intake.row;

/**
 * Which policy numbers a file used already. One broker's book names a policy once, whatever insurer
 * stands beside it: the same number under two insurers means that one of the two was mistyped. Rows
 * of the same application with another insured person are further insured of one policy.
 */
final class PolicyCensus {
  private final LongTable applications = new LongTable();
  private final LongTable insured = new LongTable();

  /** Notes a use; true when the number was used before by something else. */
  boolean isRepeated(String policyNumber, String applicationNumber, String insuredKey) {
    long application = LongTable.hash(applicationNumber);
    long line = LongTable.hash(policyNumber, applicationNumber, insuredKey);
    boolean sameLine = insured.contains(line);
    insured.putIfAbsent(line, 0);
    long first = applications.putIfAbsent(LongTable.hash(policyNumber), application);
    return first != application || sameLine;
  }
}
