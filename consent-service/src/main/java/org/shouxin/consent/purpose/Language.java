package org.shouxin.consent.purpose;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Languages that notices and consent texts are kept in (BCP 47 tags). */
public enum Language {
  ZH_CN("zh-CN"),
  EN("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  @JsonValue
  public String tag() {
    return tag;
  }

  /** The language of a tag; refused with LANGUAGE_UNSUPPORTED for any other. */
  @JsonCreator
  public static Language of(String tag) {
    return Arrays.stream(values())
        .filter(language -> language.tag.equals(tag))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.LANGUAGE_UNSUPPORTED));
  }
}
