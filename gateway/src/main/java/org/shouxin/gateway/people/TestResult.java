package org.shouxin.gateway.people;

import org.eclipse.microprofile.graphql.NonNull;

/** What came of a test. */
public record TestResult(
    @NonNull Integer rightAnswers, @NonNull Integer questions, @NonNull Boolean passed) {}
