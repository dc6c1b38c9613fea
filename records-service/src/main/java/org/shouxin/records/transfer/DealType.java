package org.shouxin.records.transfer;

import java.util.Arrays;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** How a business changes hands (DR-12); the duties of each are law data in {@code deal_duty}. */
public enum DealType {
  EQUITY,
  ASSET,
  MERGER,
  DIVISION,
  DISSOLUTION,
  BANKRUPTCY;

  static DealType parse(String text) {
    return Arrays.stream(values())
        .filter(type -> type.name().equals(text))
        .findAny()
        .orElseThrow(() -> new ProblemException(ProblemCode.DEAL_TYPE_UNKNOWN));
  }
}
