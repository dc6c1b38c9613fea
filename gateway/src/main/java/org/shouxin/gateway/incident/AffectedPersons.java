package org.shouxin.gateway.incident;

import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A computed list of affected persons: how many, which fields, its digest. */
public record AffectedPersons(
    int version,
    int persons,
    @NonNull List<@NonNull String> fields,
    @NonNull String digest,
    @NonNull String computedAt) {}
