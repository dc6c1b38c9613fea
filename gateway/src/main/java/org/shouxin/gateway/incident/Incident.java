package org.shouxin.gateway.incident;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An incident of personal data with its clocks, reports and notices (R-IN-02). */
public record Incident(
    @NonNull @Id String id,
    boolean drill,
    @NonNull String state,
    @NonNull String sourceKind,
    @NonNull String sourceReference,
    @NonNull String knownAt,
    @NonNull String openedAt,
    @NonNull String openedBy,
    @Nullable IncidentAssessment assessment,
    @NonNull List<@NonNull AffectedPersons> affected,
    @Nullable Integer frozenVersion,
    @NonNull List<@NonNull IncidentClock> clocks,
    @NonNull List<@NonNull IncidentReport> reports,
    @NonNull String noticeDecision,
    @Nullable IncidentProgress progress,
    @Nullable DrillScore drillScore) {}
