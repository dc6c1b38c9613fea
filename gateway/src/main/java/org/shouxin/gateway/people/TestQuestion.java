package org.shouxin.gateway.people;

import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A question of a test; its options count from 1. */
public record TestQuestion(
    @NonNull Integer number,
    @NonNull BilingualText text,
    @NonNull List<@NonNull BilingualText> options) {}
