package org.shouxin.gateway.people;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What the identity provider was or has to be told. */
public record AccountTask(
    @NonNull @Id String id,
    @NonNull String employeeNo,
    @NonNull String kind,
    @NonNull String orderedAt,
    @NonNull String dueAt,
    @NonNull Integer attempts,
    @Nullable String lastFault,
    @Nullable String doneAt) {}
