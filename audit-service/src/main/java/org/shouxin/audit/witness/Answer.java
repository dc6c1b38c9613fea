package org.shouxin.audit.witness;

/** What the witness answers: an HTTP status and a body. */
record Answer(int status, String body, String mediaType) {
  private static final String TEXT = "text/plain; charset=utf-8";

  static Answer of(int status, String body) {
    return new Answer(status, body, TEXT);
  }

  /** The size that the witness has recorded, for a caller that believed another. */
  static Answer otherSize(long recorded) {
    return new Answer(409, recorded + "\n", "text/x.tlog.size");
  }
}
