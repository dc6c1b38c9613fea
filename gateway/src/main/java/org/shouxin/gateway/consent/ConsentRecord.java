package org.shouxin.gateway.consent;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * One act of consent and what became of it. States are those of W3C DPV: GIVEN, REFUSED, WITHDRAWN,
 * ...
 */
public record ConsentRecord(
    @NonNull @Id String id,
    @NonNull String purpose,
    @NonNull List<@NonNull String> categories,
    @Nullable @Id String recipientId,
    @NonNull String state,
    @NonNull @Id String noticeId,
    int noticeVersion,
    @Nullable String givenAt,
    @Nullable String withdrawnAt,
    @Nullable String expiresAt,
    @Description("Who took the last decision: a customer id, or an employee number.")
        @Nullable String decidedBy,
    @Description("SELF, GUARDIAN for a child under 14, STAFF.") @Nullable String decidedAs,
    @Description("ISO/IEC TS 27560 receipt as signed JSON-LD; verifies offline.")
        @Nullable String receipt) {}
