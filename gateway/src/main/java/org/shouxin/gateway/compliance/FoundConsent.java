package org.shouxin.gateway.compliance;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A consent as a compliance officer finds it: who, to what, in which version, in which state. */
public record FoundConsent(
    @NonNull @Id String id,
    @NonNull @Id String customerId,
    @NonNull String purpose,
    @NonNull List<@NonNull String> categories,
    @Nullable @Id String recipientId,
    @NonNull @Description("State of W3C DPV, stale ones as INVALIDATED.") String state,
    @NonNull @Id String noticeId,
    int noticeVersion,
    @Nullable String givenAt,
    @Nullable String withdrawnAt,
    @Nullable String expiresAt) {}
