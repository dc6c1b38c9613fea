package org.shouxin.launcher.story;

/**
 * A broker with the people who act for it; each a name of the realm.
 *
 * @param controller its id
 * @param officer compliance officer, who proposes
 * @param second another compliance officer, who approves
 * @param witness the auditor, who stands by at a destruction
 * @param witnessNo her employee number
 */
record Broker(
    String controller,
    String officer,
    String second,
    String supervisor,
    String operator,
    String witness,
    String witnessNo) {

  /** "Old", at which the story begins. */
  static final Broker OLD =
      new Broker(
          "ctl-donghai",
          "deng.compliance",
          "fang.compliance",
          "sun.supervisor",
          "ops.operator",
          "ai.auditor",
          "1002");
}
