package org.shouxin.gateway.retention;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What a hold covers, now and later. */
public record LegalHoldScope(
    @NonNull String kind,
    @Nullable @Id String customerId,
    @Nullable @Id String recordId,
    @Nullable String insurer,
    @Nullable String branch,
    @Nullable String endedFrom,
    @Nullable String endedUntil) {}
