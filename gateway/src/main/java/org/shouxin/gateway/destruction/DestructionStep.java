package org.shouxin.gateway.destruction;

import org.eclipse.microprofile.graphql.NonNull;

/** What was done about a plan, by whom, over which list. */
public record DestructionStep(
    @NonNull String kind,
    @NonNull String at,
    @NonNull String actorId,
    @NonNull String scopeDigest,
    @NonNull String detail) {}
