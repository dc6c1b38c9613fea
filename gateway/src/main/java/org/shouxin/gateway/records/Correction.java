package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A proposed correction on its way to a decision. */
public record Correction(@NonNull @Id String id, @NonNull String state) {}
