package org.shouxin.gateway.audit;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** One look, or refused look, at a person's data. */
public record AccessEvent(
    @NonNull @Id String eventId,
    @NonNull String occurredAt,
    @NonNull String actorKind,
    @NonNull String actorId,
    @Nullable String organization,
    @NonNull String purpose,
    @NonNull List<@NonNull String> fields,
    boolean permitted,
    @Nullable @Id String decisionId,
    @Nullable String logIndex) {}
