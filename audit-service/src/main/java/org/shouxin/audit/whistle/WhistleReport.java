package org.shouxin.audit.whistle;

import java.time.LocalDate;
import java.util.UUID;

/** A report as stored: sealed; see the columns' comments. */
public record WhistleReport(
    UUID id,
    LocalDate filedOn,
    String state,
    String firstHandler,
    String secondHandler,
    byte[] codeHash,
    byte[] identity,
    byte[] textFirst,
    byte[] textSecond,
    String replyKey,
    byte[] replySecret,
    byte[] watchIndex,
    LocalDate watchUntil) {

  boolean isHandledBy(String employeeNo) {
    return firstHandler.equals(employeeNo) || secondHandler.equals(employeeNo);
  }

  @Override
  public String toString() {
    return "WhistleReport[redacted]";
  }
}
