package org.shouxin.gateway.incident;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** What an incident comes from, and since when it is known. */
@Input("OpenIncidentInput")
public record OpenIncidentInput(
    @NonNull @Description("TRACE, ALERT or LEAK_REPORT.") String sourceKind,
    @NonNull @Id String sourceReference,
    @NonNull String knownAt,
    boolean drill) {}
