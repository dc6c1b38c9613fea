package org.shouxin.gateway.portal;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as those see it who see to it: its clocks and its handler, and nothing of the person.
 */
public record ComplaintCase(
    @NonNull @Id String id,
    @NonNull String number,
    @NonNull @Description("RECEIVED, RESPONDED, DECIDED, CLOSED.") String state,
    @NonNull String receivedAt,
    @NonNull @Description("72 hours after receipt (K-01).") String firstResponseDueAt,
    @Nullable String firstResponseAt,
    @Nullable String decisionDueAt,
    @Nullable @Description("Employee number; null until somebody is assigned.") String handler) {}
