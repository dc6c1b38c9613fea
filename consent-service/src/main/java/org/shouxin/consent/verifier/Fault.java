package org.shouxin.consent.verifier;

/** Why a check does not hold; the browser's verifier names the same faults. */
enum Fault {
  NOT_JSON("不是 JSON 对象", "not a JSON object"),
  SCHEMA("不符合回执的格式", "does not keep the schema of receipts"),
  NO_SIGNATURE("没有分离式签名", "no detached signature"),
  ALGORITHM("签名算法不是 ES256", "the algorithm is not ES256"),
  UNKNOWN_KEY("签名公钥不在给定的公钥中", "signed by a key that is not among those given"),
  KEY_NAME("所称公钥与签名所用公钥不同", "names another key than it is signed with"),
  CONTENT_CHANGED("内容在签名后被改动", "the content is not what was signed"),
  ENTRY_UNREADABLE("日志条目无法读取", "the log entry cannot be read"),
  ENTRY_DIFFERS("日志条目与回执所述不同", "the log entry says other than the receipt"),
  PROOF_UNREADABLE("包含证明无法读取", "the proof cannot be read"),
  NOT_INCLUDED("路径通不到检查点的树根", "the path does not lead to the checkpoint's root"),
  OTHER_LOG("检查点属于另一个日志", "the checkpoint is of another log"),
  CHECKPOINT_SIGNATURE("检查点没有该日志的有效签名", "the checkpoint has no valid signature of the log");

  private final String zh;
  private final String en;

  Fault(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  String words() {
    return zh + " / " + en;
  }
}
