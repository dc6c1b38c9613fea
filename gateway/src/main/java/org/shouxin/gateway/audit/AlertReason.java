package org.shouxin.gateway.audit;

import org.eclipse.microprofile.graphql.NonNull;

/** What one rule added to a score, with the actor's own limits, in both languages. */
public record AlertReason(
    @NonNull String signal,
    double measured,
    double soft,
    double hard,
    double points,
    @NonNull String zh,
    @NonNull String en) {}
