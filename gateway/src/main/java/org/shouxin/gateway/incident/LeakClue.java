package org.shouxin.gateway.incident;

import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** One who held what the caller knew, before the caller showed it. */
public record LeakClue(
    @NonNull String actorKind,
    @NonNull String actorId,
    @NonNull List<@NonNull String> fields,
    int accesses,
    @NonNull String lastAt) {}
