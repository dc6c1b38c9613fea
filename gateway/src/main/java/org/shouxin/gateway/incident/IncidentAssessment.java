package org.shouxin.gateway.incident;

import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** The grade of an incident and the rules that decide it. */
public record IncidentAssessment(
    @NonNull String grade, @NonNull List<@NonNull IncidentReason> because) {}
