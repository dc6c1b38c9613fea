package org.shouxin.gateway.people;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What an employee has done toward the next certificate, and what is missing (R-AC-06). */
public record TrainingTranscript(
    @NonNull @Id String employeeNo,
    @NonNull String state,
    @Nullable String lastDay,
    @NonNull Integer minutes,
    @NonNull Integer minutesNeeded,
    @NonNull List<@NonNull String> missing,
    @NonNull List<@NonNull TrainedSession> sessions,
    @NonNull List<@NonNull AnsweredTest> tests,
    @NonNull List<@NonNull SignedUndertaking> signatures) {}
