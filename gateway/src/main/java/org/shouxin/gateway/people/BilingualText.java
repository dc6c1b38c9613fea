package org.shouxin.gateway.people;

import org.eclipse.microprofile.graphql.NonNull;

/** A text in both languages. */
public record BilingualText(@NonNull String zh, @NonNull String en) {}
