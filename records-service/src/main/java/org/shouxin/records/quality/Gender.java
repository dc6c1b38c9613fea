package org.shouxin.records.quality;

import java.util.Locale;
import java.util.Optional;

/** Gender as Chinese identity documents know it. */
public enum Gender {
  M,
  F;

  /** Reads 男, 女, M, F, male, female, 男性, 女性, 先生, 女士; empty when none of these. */
  public static Optional<Gender> find(String text) {
    return switch (Normalisation.text(text).toUpperCase(Locale.ROOT)) {
      case "男", "男性", "M", "MALE", "先生", "1" -> Optional.of(M);
      case "女", "女性", "F", "FEMALE", "女士", "2" -> Optional.of(F);
      default -> Optional.empty();
    };
  }
}
