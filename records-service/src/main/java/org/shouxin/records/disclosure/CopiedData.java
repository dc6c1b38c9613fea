package org.shouxin.records.disclosure;

import java.time.Instant;

/**
 * What a copy holds, whatever its form (PIPL art. 45).
 *
 * @param data the person and her policies as she may see them; what was left out is named in it
 */
record CopiedData(String format, Instant exportedAt, String basis, CustomerView data) {
  private static final String FORMAT = "shouxin-personal-data-copy/1";
  private static final String BASIS = "PIPL art. 45";

  CopiedData(Instant exportedAt, CustomerView data) {
    this(FORMAT, exportedAt, BASIS, data);
  }

  @Override
  public String toString() {
    return "CopiedData[redacted]";
  }
}
