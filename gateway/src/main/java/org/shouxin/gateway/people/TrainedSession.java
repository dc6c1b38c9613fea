package org.shouxin.gateway.people;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A session on a transcript; only minutes with proof count. */
public record TrainedSession(
    @NonNull @Id String id,
    @NonNull String course,
    @NonNull String form,
    @NonNull String heldOn,
    @NonNull Integer minutes,
    @NonNull Boolean open) {}
