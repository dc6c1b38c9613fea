package org.shouxin.gateway.people;

import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A verdict on every clause of the agreement, and the reference of the papers. */
@Input("AgreementCheckInput")
public record AgreementCheckInput(
    @NonNull String checkedOn,
    @NonNull List<@NonNull ClauseFindingInput> findings,
    @NonNull String evidence) {}
