package org.shouxin.gateway.consent;

import org.eclipse.microprofile.graphql.NonNull;

/** The exact text that asks for one consent. */
public record ConsentText(
    @NonNull String purpose,
    @NonNull String language,
    @NonNull String body,
    @NonNull String sha256,
    boolean separate) {}
