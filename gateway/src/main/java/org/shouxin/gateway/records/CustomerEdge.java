package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.NonNull;

/** A person and the sealed cursor after which the next page starts. */
public record CustomerEdge(@NonNull Customer node, @NonNull String cursor) {}
