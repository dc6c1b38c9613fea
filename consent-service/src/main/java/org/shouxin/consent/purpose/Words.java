package org.shouxin.consent.purpose;

/** One text in both languages of the product. */
public record Words(String zh, String en) {

  /** The text in a language. */
  public String in(Language language) {
    return switch (language) {
      case ZH_CN -> zh;
      case EN -> en;
    };
  }
}
