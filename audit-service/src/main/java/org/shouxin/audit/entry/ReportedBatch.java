package org.shouxin.audit.entry;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Events of one source in their order: event i stands at position {@code firstPosition + i};
 * positions are dense from 0. The events are read loosely here, so that one that breaks the
 * allow-list is quarantined and does not hold up the rest.
 *
 * @param source service and outbox, for example {@code records-service.3f9ac21b}
 */
public record ReportedBatch(
    @NotNull @Pattern(regexp = ReportedBatch.SOURCE_FORM) String source,
    @PositiveOrZero long firstPosition,
    @NotNull @Size(min = 1, max = ReportedBatch.MOST_EVENTS) List<@NotNull JsonNode> events) {

  static final String SOURCE_FORM = "[a-z][a-z0-9-]{2,40}\\.[a-z0-9]{8}";
  static final int MOST_EVENTS = 1000;

  private static final java.util.regex.Pattern SOURCE =
      java.util.regex.Pattern.compile(ReportedBatch.SOURCE_FORM);

  /** Whether all constraints hold; which of them do not is the validator's business. */
  boolean constraintsHold() {
    return source != null
        && SOURCE.matcher(source).matches()
        && firstPosition >= 0
        && events != null
        && !events.isEmpty()
        && events.size() <= MOST_EVENTS;
  }

  /** Answer: the position that is expected next from this source. */
  public record Receipt(long nextPosition) {}
}
