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
    @NonNull @Description("VERIFIED, WAITING, ANSWERED, REFUSED.") String state,
    @NonNull String receivedAt,
    @NonNull @Description("When the answer is due (K-04, K-06).") String dueAt,
    @NonNull @Id String customerId,
    @Nullable @Id String textId,
    @Nullable @Id String answerTextId,
    @Nullable @Description("Why it was refused (PIPL 50).") String reasonCode,
    @NonNull List<@NonNull CaseClock> clocks) {}
