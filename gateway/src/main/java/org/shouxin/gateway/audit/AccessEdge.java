package org.shouxin.gateway.audit;

import org.eclipse.microprofile.graphql.NonNull;

/** An access and the sealed cursor after which the next page starts. */
public record AccessEdge(@NonNull AccessEvent node, @NonNull String cursor) {}
