package org.shouxin.gateway.people;

import org.eclipse.microprofile.graphql.NonNull;

/** A signed agreement or pledge, by the digest of its text. */
public record SignedUndertaking(
    @NonNull String kind,
    @NonNull Integer version,
    @NonNull String textSha256,
    @NonNull String signedAt) {}
