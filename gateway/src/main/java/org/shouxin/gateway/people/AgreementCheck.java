package org.shouxin.gateway.people;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What an officer found when looking whether a recipient keeps its agreement (R-PT-02). */
public record AgreementCheck(
    @NonNull @Id String id,
    @NonNull @Id String recipientId,
    @NonNull String agreementReference,
    @NonNull String checkedOn,
    @NonNull String nextDueOn,
    @NonNull List<@NonNull String> kept,
    @NonNull @Description("Clauses found breached; any of them suspends the recipient.")
        List<@NonNull String> breached,
    @NonNull String evidence,
    @NonNull String checkedBy,
    @NonNull String checkedAt,
    @NonNull @Description("KEPT; OPEN until a second officer closes the breach; CLOSED.")
        String state,
    @Nullable String outcome,
    @Nullable String closedBy,
    @Nullable String closedAt) {}
