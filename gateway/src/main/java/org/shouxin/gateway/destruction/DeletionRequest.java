package org.shouxin.gateway.destruction;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A request to a recipient to delete what it was given of one person. */
public record DeletionRequest(
    @NonNull @Id String id,
    @NonNull @Id String recipientId,
    @NonNull @Id String customerId,
    @NonNull String state,
    @NonNull String askedAt,
    @NonNull String dueAt,
    @Nullable String toldAt,
    @Nullable String confirmedAt) {}
