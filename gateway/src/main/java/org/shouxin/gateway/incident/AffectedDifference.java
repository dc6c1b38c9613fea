package org.shouxin.gateway.incident;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** What another computation of a list gave. */
public record AffectedDifference(
    int newVersion,
    boolean same,
    @NonNull @Id List<@NonNull String> added,
    @NonNull @Id List<@NonNull String> gone,
    @NonNull @Id List<@NonNull String> otherFields) {}
