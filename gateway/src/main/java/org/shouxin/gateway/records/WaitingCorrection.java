package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * Another person's proposal of a value, before it is decided; its value is shown one by one,
 * recorded.
 */
public record WaitingCorrection(
    @NonNull @Id String id,
    @NonNull @Id String customerId,
    @NonNull String field,
    @NonNull String proposedBy,
    @NonNull String proposedAt) {}
