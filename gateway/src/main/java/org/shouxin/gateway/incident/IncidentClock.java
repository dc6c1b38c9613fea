package org.shouxin.gateway.incident;

import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A legal clock of an incident (DR-14, K-09 to K-15). */
public record IncidentClock(
    @NonNull String code,
    @NonNull String startedAt,
    @NonNull String dueAt,
    @Nullable String metAt,
    @NonNull List<@NonNull String> course) {}
