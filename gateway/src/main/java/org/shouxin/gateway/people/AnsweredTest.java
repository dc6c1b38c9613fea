package org.shouxin.gateway.people;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A test that was answered. */
public record AnsweredTest(
    @NonNull @Id String id,
    @NonNull String answeredAt,
    @NonNull Integer rightAnswers,
    @NonNull Boolean passed) {}
