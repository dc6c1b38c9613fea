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

  /** One person of the worklist. */
  record PersonInConflict(String customerId, List<ConflictView> conflicts) {}

  /**
   * A page of people in a conflict; no total.
   *
   * @param endCursor where the next page starts; null when there is none. A page may have fewer
   *     people than asked for, or nobody, and still have a next one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Worklist(List<PersonInConflict> people, @Nullable String endCursor, boolean hasNextPage) {}

  /**
   * What a choice led to.
   *
   * @param state {@code CHOSEN} while a second person has to choose the same, else {@code RESOLVED}
   */
  record Resolution(String field, String state) {}
}
