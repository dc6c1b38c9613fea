package org.shouxin.gateway.incident;

import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** The items of PIPL 57 in one language. */
@Input("IncidentTextsInput")
public record IncidentTextsInput(
    @NonNull String language,
    @Nullable String categories,
    @Nullable String cause,
    @Nullable String harm,
    @Nullable String measuresTaken,
    @Nullable String measuresYouCanTake,
    @Nullable String contact) {}
