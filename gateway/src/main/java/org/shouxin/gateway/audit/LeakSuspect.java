package org.shouxin.gateway.audit;

import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** One who saw many of the leaked people. */
public record LeakSuspect(
    @NonNull String actorKind,
    @NonNull String actorId,
    int matched,
    int accessed,
    double score,
    @Nullable String firstAt,
    @Nullable String lastAt) {}
