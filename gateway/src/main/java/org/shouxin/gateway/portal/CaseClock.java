package org.shouxin.gateway.portal;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A legal clock of a case (DR-14). */
public record CaseClock(
    @NonNull @Description("K-01 to K-24.") String code,
    @NonNull String startedAt,
    @NonNull String dueAt,
    @Nullable String metAt,
    @Nullable @Description("Hours that had passed at the last escalation; null before the first.")
        Integer escalatedHours,
    @Nullable @Description("When it was seen to have run out unmet.") String breachedAt) {}
