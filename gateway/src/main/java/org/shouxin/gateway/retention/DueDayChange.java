package org.shouxin.gateway.retention;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A due day under one version of the law, and under the one that followed it. */
public record DueDayChange(
    @NonNull String changedAt,
    @NonNull String retentionClass,
    @Description("Version of the law's row before.") int fromVersion,
    @Nullable @Description("Due day before; null when there was none.") String fromDueOn,
    @Description("Version of the law's row after.") int toVersion,
    @Nullable @Description("Due day after; null when there is none.") String toDueOn) {}
