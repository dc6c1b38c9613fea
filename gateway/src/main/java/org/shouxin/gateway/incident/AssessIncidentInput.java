package org.shouxin.gateway.incident;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The severity wizard's answers. */
@Input("AssessIncidentInput")
public record AssessIncidentInput(
    @NonNull @Id String incidentId,
    int persons,
    boolean sensitive,
    boolean published,
    boolean minors) {}
