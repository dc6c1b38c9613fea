package org.shouxin.gateway.incident;

import org.eclipse.microprofile.graphql.NonNull;

/** A rule of the severity wizard that fits. */
public record IncidentReason(@NonNull String rule, @NonNull String grade, @NonNull String basis) {}
