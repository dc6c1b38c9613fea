package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** The clock of telling everybody who was given a value that was corrected (K-08). */
public record CorrectionClock(
    @NonNull @Id String correctionId,
    @NonNull String field,
    @Description("RUNNING, MET, BREACHED.") @NonNull String state,
    @NonNull String startedAt,
    @NonNull String dueAt,
    @Nullable String alarmedAt,
    @Nullable String breachedAt,
    @Nullable String metAt) {}
