package org.shouxin.gateway.audit;

import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * One who saw many of the leaked people.
 *
 * @param coverage matched by the size of the sample
 * @param precision matched by accessed
 * @param score bits of evidence; 0 where chance explains the overlap
 * @param canaries canaries among the leaked people whom this one had read
 * @param marked a leaked sheet carries the mark of an export of this one
 */
public record LeakSuspect(
    @NonNull String actorKind,
    @NonNull String actorId,
    int matched,
    int accessed,
    double coverage,
    double precision,
    double score,
    int canaries,
    boolean marked,
    @Nullable String firstAt,
    @Nullable String lastAt) {}
