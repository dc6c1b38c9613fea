package org.shouxin.launcher.story;

/**
 * A broker with the people who act for it; each a name of the realm.
 *
 * @param controller its id
 * @param officer compliance officer, who proposes
 * @param second another compliance officer, who approves
 * @param witness the auditor, who stands by at a destruction
 * @param witnessNo her employee number
 * @param insurerClient the client by which insurer X asks this broker
 */
record Broker(
    String controller,
    String officer,
    String second,
    String supervisor,
    String operator,
    String witness,
    String witnessNo,
    String insurerClient) {

  /** "Old", at which the story begins. */
  static final Broker OLD =
      new Broker(
          "ctl-donghai",
          "deng.compliance",
          "fang.compliance",
          "sun.supervisor",
          "ops.operator",
          "ai.auditor",
          "1002",
          Cast.INSURER);

  /**
   * "New", into which Old merges. Of its people the demo has an officer, a supervisor and a client
   * manager; the others are added under the story's number.
   */
  static Broker joined(String number) {
    return new Broker(
        "ctl-xinghe",
        "he.compliance",
        "xinghe.second." + number,
        "qian.supervisor",
        "xinghe.operator." + number,
        "xinghe.auditor." + number,
        number + "3",
        Cast.INSURER + "-xinghe");
  }
}
