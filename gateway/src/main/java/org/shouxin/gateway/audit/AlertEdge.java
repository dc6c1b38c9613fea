package org.shouxin.gateway.audit;

import org.eclipse.microprofile.graphql.NonNull;

/** One alert of a page. */
public record AlertEdge(@NonNull Alert node, @NonNull String cursor) {}
