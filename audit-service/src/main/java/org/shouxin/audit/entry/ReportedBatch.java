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
    @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{2,40}\\.[a-z0-9]{8}") String source,
    @PositiveOrZero long firstPosition,
    @NotNull @Size(min = 1, max = 1000) List<@NotNull JsonNode> events) {

  /** Answer: the position that is expected next from this source. */
  public record Receipt(long nextPosition) {}
}
