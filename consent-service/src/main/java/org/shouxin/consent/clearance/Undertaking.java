package org.shouxin.consent.clearance;

import org.shouxin.consent.purpose.Language;
import org.shouxin.consent.purpose.Sha256;
import org.shouxin.consent.purpose.Words;

/**
 * A text that staff sign.
 *
 * @param kind what it is
 */
record Undertaking(Kind kind, int version, Words title, Words text) {

  /** 保密协议 and 岗位合规承诺书, each with the event that tells its signing. */
  enum Kind {
    AGREEMENT("nda.signed"),
    PLEDGE("pledge.signed");

    private final String event;

    Kind(String event) {
      this.event = event;
    }

    String event() {
      return event;
    }
  }

  /** Digest of exactly what a person reads in a language. */
  String sha256(Language language) {
    return Sha256.hex(title.in(language) + "\n" + text.in(language) + "\n");
  }
}
