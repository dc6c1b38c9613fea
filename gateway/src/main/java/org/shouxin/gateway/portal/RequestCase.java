package org.shouxin.gateway.portal;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A rights request as those see it who answer it, with its clock. */
public record RequestCase(
    @NonNull @Id String id,
    @NonNull String type,
    @NonNull @Description("IDENTITY_CHECK, VERIFIED, WAITING, ANSWERED, REFUSED.") String state,
    @NonNull @Description("PORTAL, COUNTER, PHONE, LETTER.") String channel,
    @Nullable @Description("Employee number of who recorded it for the person.") String recordedBy,
    @Nullable @Description("How it was checked who asks; null while it is not.")
        String identityProof,
    @NonNull String receivedAt,
    @NonNull
        @Description("When the answer is due (K-04, K-06), or before it the identity check (K-05).")
        String dueAt,
    @NonNull @Id String customerId,
    @Nullable @Id String textId,
    @Nullable @Id String answerTextId,
    @Nullable @Description("Why it was refused (PIPL 50).") String reasonCode,
    @NonNull List<@NonNull CaseClock> clocks) {}
