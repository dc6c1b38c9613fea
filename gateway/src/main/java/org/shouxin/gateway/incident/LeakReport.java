package org.shouxin.gateway.incident;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A report of a leak with its clue: who held what the caller knew. */
public record LeakReport(
    @NonNull @Id String id,
    @NonNull String reporterKind,
    @Nullable @Id String subjectRef,
    @Nullable @Id String textId,
    @NonNull List<@NonNull String> knownFields,
    @NonNull String contactedAt,
    @NonNull String receivedAt,
    @NonNull List<@NonNull LeakClue> clues) {}
