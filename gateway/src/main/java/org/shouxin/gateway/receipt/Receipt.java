package org.shouxin.gateway.receipt;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** The receipt of one decision as a list shows it. */
public record Receipt(
    @NonNull @Id String id,
    @NonNull @Id String consentRecordId,
    @NonNull String purpose,
    @Nullable @Id String recipientId,
    @NonNull @Description("GIVEN, RENEWED, REFUSED, WITHDRAWN, REVOKED.") String state,
    @NonNull String issuedAt,
    @Description("Whether the kept copy carries the log's proof already.") boolean integrated) {}
