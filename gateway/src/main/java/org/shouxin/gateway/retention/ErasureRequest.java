package org.shouxin.gateway.retention;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A person's request for erasure with the answer for each record, prepared or confirmed. */
public record ErasureRequest(
    @NonNull @Id String id,
    @NonNull @Id String customerId,
    @NonNull String state,
    @NonNull String receivedAt,
    @NonNull String dueAt,
    @NonNull List<@NonNull ErasureRecord> erasure) {}
