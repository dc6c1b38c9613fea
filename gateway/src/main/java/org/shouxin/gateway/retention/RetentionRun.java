package org.shouxin.gateway.retention;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A day's run of the retention job. */
public record RetentionRun(
    @NonNull String runOn,
    @NonNull String startedAt,
    @Nullable String finishedAt,
    @Description("Records whose due day was computed anew.") int recomputed,
    @Description("Records that became restricted.") int restricted,
    @Description("Records proposed for destruction.") int proposed) {}
