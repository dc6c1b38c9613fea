package org.shouxin.records.casetext;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An opened text. Holds personal data: {@link #toString()} is redacted. */
public record CaseText(
    UUID id,
    UUID customerId,
    @Nullable String subject,
    String body,
    String writtenBy,
    Instant writtenAt) {

  @Override
  public String toString() {
    return "CaseText[redacted]";
  }
}
