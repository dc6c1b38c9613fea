package org.shouxin.gateway.destruction;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A thing to destroy; BEGUN ones may be half done after a failure. */
public record DestructionItem(
    @NonNull @Id String id,
    @Nullable @Id String subjectRef,
    @NonNull String store,
    @NonNull String recordRef,
    @NonNull String retentionClass,
    @NonNull String method,
    @NonNull String state,
    int attempts,
    @Nullable String fault) {}
