package org.shouxin.platform.time;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The law's time zone: days begin and end in Shanghai (data-rules.md, general). */
public final class BusinessTime {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private BusinessTime() {}

  /** Today's date in Shanghai. */
  public static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }
}
