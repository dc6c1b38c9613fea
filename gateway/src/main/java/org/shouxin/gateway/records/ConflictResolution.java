package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What a choice led to. */
@Description("CHOSEN while a second person has to choose the same, else RESOLVED.")
public record ConflictResolution(@NonNull String field, @NonNull String state) {}
