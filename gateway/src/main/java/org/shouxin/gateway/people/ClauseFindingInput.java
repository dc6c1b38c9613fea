package org.shouxin.gateway.people;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** One clause of an agreement and whether it is kept. */
@Input("ClauseFindingInput")
public record ClauseFindingInput(
    @NonNull String clause, @NonNull @Description("KEPT or BREACHED.") String verdict) {}
