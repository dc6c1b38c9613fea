package org.shouxin.consent.verifier;

/** What is checked, in this order; each is one line of the report. */
enum Check {
  FORMAT("格式", "format"),
  SIGNATURE("签名", "signature"),
  ENTRY("日志条目", "log entry"),
  INCLUSION("包含证明", "inclusion"),
  CHECKPOINT("检查点", "checkpoint");

  private final String zh;
  private final String en;

  Check(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  String words() {
    return zh + " " + en;
  }
}
