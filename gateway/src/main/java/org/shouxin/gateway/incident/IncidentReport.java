package org.shouxin.gateway.incident;

import org.eclipse.microprofile.graphql.NonNull;

/** A report to an authority as submitted. */
public record IncidentReport(
    @NonNull String kind,
    @NonNull String submission,
    @NonNull String sha256,
    @NonNull String submittedAt,
    @NonNull String submittedBy) {}
