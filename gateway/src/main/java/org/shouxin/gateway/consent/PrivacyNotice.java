package org.shouxin.gateway.consent;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A published version of a privacy notice. */
public record PrivacyNotice(
    @NonNull @Id String id,
    int version,
    @NonNull String audience,
    @NonNull String language,
    @NonNull String title,
    @NonNull String body,
    @NonNull String sha256,
    @NonNull String effectiveFrom) {}
