package org.shouxin.platform.audit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Events of one source in their order: event i stands at position {@code firstPosition + i}.
 * Positions are dense and start at 0.
 *
 * @param source service and outbox, for example {@code records-service.3f9ac21b}
 */
public record EventBatch(
    @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{2,40}\\.[a-z0-9]{8}") String source,
    @PositiveOrZero long firstPosition,
    @NotNull @Size(min = 1, max = 1000) List<@Valid @NotNull AuditEvent> events) {

  /** Answer: the position that is expected next from this source. */
  public record Receipt(long nextPosition) {}
}
