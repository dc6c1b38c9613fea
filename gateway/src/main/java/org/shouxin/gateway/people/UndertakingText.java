package org.shouxin.gateway.people;

import org.eclipse.microprofile.graphql.NonNull;

/** An agreement or pledge to sign, each language with its digest. */
public record UndertakingText(
    @NonNull String kind,
    @NonNull Integer version,
    @NonNull String titleZh,
    @NonNull String titleEn,
    @NonNull String textZh,
    @NonNull String textEn,
    @NonNull String sha256Zh,
    @NonNull String sha256En) {}
