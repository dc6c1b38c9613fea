package org.shouxin.gateway.destruction;

import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** K-21 of DR-14: from the due date to the certificate; a hold pauses it. */
public record DestructionClock(
    @NonNull String startedAt,
    @NonNull String dueAt,
    @Nullable String pausedAt,
    @Nullable String breachedAt,
    @Nullable String metAt) {}
