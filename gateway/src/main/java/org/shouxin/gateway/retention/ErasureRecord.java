package org.shouxin.gateway.retention;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What becomes of one record of a person who asked for erasure. */
public record ErasureRecord(
    @NonNull String kind,
    @NonNull @Description("DELETE, ANONYMISE, RESTRICT, REFUSE.") String decision,
    @NonNull String reasonCode,
    @NonNull String articleZh,
    @NonNull String articleEn,
    @Nullable @Description("Last day of a restriction, where it is known.") String untilOn,
    @NonNull String textZh,
    @NonNull String textEn) {}
