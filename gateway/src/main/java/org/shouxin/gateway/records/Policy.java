package org.shouxin.gateway.records;

import org.jspecify.annotations.Nullable;

/** An insurance policy of a person. Amounts are decimal strings, dates ISO 8601. */
public record Policy(
    @Nullable String number,
    @Nullable String product,
    @Nullable String insurer,
    @Nullable String startOn,
    @Nullable String endOn,
    @Nullable String sumInsured,
    @Nullable String premium,
    @Nullable String role) {

  @Override
  public String toString() {
    return "Policy[redacted]";
  }
}
