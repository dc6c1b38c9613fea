package org.shouxin.gateway.destruction;

import org.eclipse.microprofile.graphql.NonNull;

/** How many items of a kind are how far. */
public record DestructionCount(
    @NonNull String store,
    @NonNull String retentionClass,
    @NonNull String method,
    @NonNull String state,
    int number,
    int people) {}
