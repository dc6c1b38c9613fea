package org.shouxin.gateway.people;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A course that was opened to be studied alone. */
public record OpenedSession(
    @NonNull @Id String id, @NonNull String course, @NonNull String startedAt) {}
