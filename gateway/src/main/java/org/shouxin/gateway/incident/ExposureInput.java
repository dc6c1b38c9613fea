package org.shouxin.gateway.incident;

import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Through whom and when data leaked; all fields shown when none is named. */
@Input("ExposureInput")
public record ExposureInput(
    @NonNull String actorKind,
    @NonNull String actorId,
    @NonNull String from,
    @NonNull String until,
    @NonNull List<@NonNull String> fields) {}
