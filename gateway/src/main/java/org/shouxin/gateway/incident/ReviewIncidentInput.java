package org.shouxin.gateway.incident;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** The review; a breach is explained. */
@Input("ReviewIncidentInput")
public record ReviewIncidentInput(
    @NonNull @Id String incidentId,
    @NonNull @Description("SHA-256 of the report as filed, base64url.") String reportSha256,
    @NonNull String lessons,
    @Nullable String breachExplanation) {}
