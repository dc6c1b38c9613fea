package org.shouxin.gateway.audit;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * One step that the score of an employee's or partner's behaviour took.
 *
 * @param interception WARN, STEP_UP, BLOCK or LOCK
 * @param state OPEN, CONFIRMED or LIFTED
 * @param logIndex entry of the log at which the step was taken, a decimal number
 */
public record Alert(
    @NonNull @Id String id,
    @NonNull String actorKind,
    @NonNull String actorId,
    @NonNull String role,
    @NonNull String interception,
    double score,
    @NonNull List<@NonNull AlertReason> reasons,
    @NonNull String ruleVersion,
    @NonNull String logIndex,
    @NonNull String raisedAt,
    @NonNull String state,
    @Nullable String decidedBy,
    @Nullable String decidedAt,
    @Nullable String reason) {}
