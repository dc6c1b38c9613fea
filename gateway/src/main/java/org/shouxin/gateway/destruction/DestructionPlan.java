package org.shouxin.gateway.destruction;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A destruction from the proposal to the certificate (R-RC-11), with what is not destroyed yet. */
public record DestructionPlan(
    @NonNull @Id String id,
    @NonNull String state,
    @NonNull String cause,
    @NonNull String proposer,
    @NonNull String proposedAt,
    @NonNull String dueOn,
    @Nullable DestructionClock clock,
    @NonNull String scopeDigest,
    @NonNull List<@NonNull DestructionCount> counts,
    @NonNull List<@NonNull DestructionItem> remaining,
    @NonNull List<@NonNull DestructionStep> steps,
    @NonNull List<@NonNull DestructionRecipient> recipients) {}
