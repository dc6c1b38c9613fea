package org.shouxin.consent.purpose;

import java.util.Set;

/** Whether consent must be an act of its own (单独同意; PIPL 23, 25, 29, 39; DR-10). */
public enum SeparateConsent {
  NO,
  YES,
  /** Only when health or financial data are among the categories. */
  IF_SENSITIVE;

  /** True when a consent to these categories must be an act of its own. */
  public boolean demandedFor(Set<Category> categories) {
    return switch (this) {
      case NO -> false;
      case YES -> true;
      case IF_SENSITIVE -> categories.stream().anyMatch(Category::sensitive);
    };
  }
}
