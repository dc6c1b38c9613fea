package org.shouxin.gateway.portal;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as those see it who see to it: its clocks, its handler, its promises, and whose it is
 * by id; texts are opened one by one with {@code caseText}.
 */
public record ComplaintCase(
    @NonNull @Id String id,
    @NonNull String number,
    @NonNull @Description("RECEIVED, RESPONDED, DECIDED, CLOSED.") String state,
    @NonNull String receivedAt,
    @NonNull @Description("72 hours after receipt (K-01).") String firstResponseDueAt,
    @Nullable String firstResponseAt,
    @Nullable String decisionDueAt,
    @Nullable @Description("Employee number; null until somebody is assigned.") String handler,
    @NonNull @Id String customerId,
    @NonNull @Id String textId,
    @Nullable @Id String answerTextId,
    @NonNull @Description("Employees whom it is about: they take no step in it.")
        List<@NonNull String> concerned,
    @NonNull
        @Description(
            "Why it is major: AMOUNT, MEDIA, GROUP, DATA_LEAK, REPEAT; empty when it is not.")
        List<@NonNull String> grounds,
    @Nullable @Description("How a major one is to be settled: MEDIATION or LITIGATION.")
        String plan,
    @NonNull @Description("Each extension of the decision's time (K-02), told to the customer.")
        List<@NonNull ComplaintExtension> extensions,
    @Nullable @Id @Description("The reason of an extension that waits for a senior's approval.")
        String proposedExtensionTextId,
    @NonNull @Description("Promises to the customer that are not kept yet.")
        List<@NonNull ComplaintPromise> openPromises,
    @NonNull @Description("K-01 and K-02 with their escalations.")
        List<@NonNull CaseClock> clocks) {}
