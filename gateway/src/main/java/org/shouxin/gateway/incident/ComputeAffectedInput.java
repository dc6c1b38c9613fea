package org.shouxin.gateway.incident;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** What to ask of the log. */
@Input("ComputeAffectedInput")
public record ComputeAffectedInput(
    @NonNull @Id String incidentId, @NonNull List<@NonNull ExposureInput> exposures) {}
