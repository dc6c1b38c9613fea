package org.shouxin.gateway.incident;

import org.eclipse.microprofile.graphql.NonNull;

/** How a drill went. */
public record DrillScore(int score, int clocksMet, int clocksBreached, @NonNull String lessons) {}
