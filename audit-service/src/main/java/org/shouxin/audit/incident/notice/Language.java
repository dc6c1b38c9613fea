package org.shouxin.audit.incident.notice;

import java.util.Arrays;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** The languages of everything a person reads. */
public enum Language {
  ZH_CN("zh-CN"),
  EN("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** Tag of RFC 5646. */
  public String tag() {
    return tag;
  }

  /**
   * Reads a caller's tag.
   *
   * @throws ProblemException {@code LANGUAGE_UNSUPPORTED}
   */
  public static Language parse(String tag) {
    return Arrays.stream(values())
        .filter(language -> language.tag.equals(tag))
        .findAny()
        .orElseThrow(() -> new ProblemException(ProblemCode.LANGUAGE_UNSUPPORTED));
  }
}
