package org.shouxin.audit.incident.affected;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;

/**
 * Through whom and when data leaked: everything this actor was shown, or was given in an export or
 * a disclosure, in the window.
 *
 * @param from first moment, inclusive
 * @param until last moment, exclusive
 * @param fields only these fields leaked; all that were shown when empty
 */
public record Exposure(
    @NotNull @Pattern(regexp = "employee|partner|system|customer|regulator") String actorKind,
    @NotNull @Size(min = 1, max = 96) String actorId,
    @NotNull Instant from,
    @NotNull Instant until,
    @NotNull @Size(max = 40) Set<@NotNull @Pattern(regexp = "[a-zA-Z]{2,32}") String> fields) {}
