package org.shouxin.gateway.compliance;

import org.eclipse.microprofile.graphql.NonNull;

/** A consent with the cursor behind it. */
public record FoundConsentEdge(@NonNull FoundConsent node, @NonNull String cursor) {}
