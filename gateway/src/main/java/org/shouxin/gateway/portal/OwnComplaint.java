package org.shouxin.gateway.portal;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A complaint of the caller with its clocks; texts are opened one by one with {@code caseText}. */
public record OwnComplaint(
    @NonNull @Id String id,
    @NonNull String number,
    @NonNull @Description("RECEIVED, RESPONDED, DECIDED, CLOSED.") String state,
    @NonNull String receivedAt,
    @NonNull @Description("72 hours after receipt (K-01).") String firstResponseDueAt,
    @Nullable String firstResponseAt,
    @Nullable String decisionDueAt,
    @NonNull @Id String textId,
    @Nullable @Id String answerTextId,
    @NonNull @Description("Each extension of the decision's time, with its reason.")
        List<@NonNull ComplaintExtension> extensions) {}
