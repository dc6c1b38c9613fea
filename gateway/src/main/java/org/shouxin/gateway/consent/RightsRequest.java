package org.shouxin.gateway.consent;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A rights request with its legal clock. */
public record RightsRequest(
    @NonNull @Id String id,
    @NonNull String type,
    @NonNull String state,
    @NonNull String receivedAt,
    @NonNull String dueAt) {}
