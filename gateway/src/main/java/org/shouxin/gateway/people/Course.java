package org.shouxin.gateway.people;

import org.eclipse.microprofile.graphql.NonNull;

/** A course of the catalogue. */
public record Course(
    @NonNull String code,
    @NonNull BilingualText title,
    @NonNull BilingualText text,
    @NonNull Integer minutes,
    @NonNull Integer readingMinutes,
    @NonNull Boolean caseStudy) {}
