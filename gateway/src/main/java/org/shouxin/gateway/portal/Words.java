package org.shouxin.gateway.portal;

import org.eclipse.microprofile.graphql.NonNull;

/** One text in both languages of the product. */
public record Words(@NonNull String zh, @NonNull String en) {}
