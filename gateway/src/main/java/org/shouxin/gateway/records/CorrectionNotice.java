package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A field that a recipient was given has been corrected; read the person again for its value. */
public record CorrectionNotice(
    @NonNull @Id String id,
    @NonNull @Id String correctionId,
    @NonNull @Id String customerId,
    @NonNull String field,
    @NonNull @Id String recipientId,
    @Description("OPEN, DELIVERED, ACKNOWLEDGED, UNDELIVERABLE.") @NonNull String state,
    @NonNull String correctedAt,
    @Description("When all acknowledgements are due (K-08).") @NonNull String dueAt,
    @Nullable String acknowledgedAt) {}
