package org.shouxin.gateway.people;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A test as drawn for the caller. */
public record KnowledgeTest(
    @NonNull @Id String id, @NonNull List<@NonNull TestQuestion> questions) {}
