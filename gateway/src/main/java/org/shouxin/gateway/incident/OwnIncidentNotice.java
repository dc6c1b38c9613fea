package org.shouxin.gateway.incident;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A notice of an incident to the caller (PIPL 57). */
public record OwnIncidentNotice(
    @NonNull @Id String incidentId, int version, @NonNull String body, @NonNull String issuedAt) {}
