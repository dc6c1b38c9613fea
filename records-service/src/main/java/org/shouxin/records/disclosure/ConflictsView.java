package org.shouxin.records.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What sources say differently about one customer; every value masked. */
record ConflictsView(List<ConflictView> conflicts) {

  /** One field; the first value is in use. */
  record ConflictView(String field, List<SaidView> values) {}

  /** A value as one statement says it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SaidView(
      String statementId,
      @Nullable String value,
      String source,
      Instant recordedAt,
      @Nullable Instant verifiedAt) {
    @Override
    public String toString() {
      return "SaidView[redacted]";
    }
  }

  /**
   * What a choice led to.
   *
   * @param state {@code CHOSEN} while a second person has to choose the same, else {@code RESOLVED}
   */
  record Resolution(String field, String state) {}
}
