package org.shouxin.gateway.destruction;

import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** One thing of the asking person. */
public record DestroyedRecord(
    @NonNull String store,
    @NonNull String retentionClass,
    @NonNull String method,
    @NonNull String state,
    @Nullable String destroyedAt,
    @NonNull String digest,
    @NonNull ScopePath path) {}
