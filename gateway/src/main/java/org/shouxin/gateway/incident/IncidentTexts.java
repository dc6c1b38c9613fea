package org.shouxin.gateway.incident;

import org.eclipse.microprofile.graphql.NonNull;

/** The items of PIPL 57 in one language; what is missing is an empty text. */
public record IncidentTexts(
    @NonNull String language,
    @NonNull String categories,
    @NonNull String cause,
    @NonNull String harm,
    @NonNull String measuresTaken,
    @NonNull String measuresYouCanTake,
    @NonNull String contact) {}
