package org.shouxin.gateway.audit;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A reviewer's verdict.
 *
 * @param reason why, for the file; names no person
 */
@Input("DecideAlertInput")
public record DecideAlertInput(
    @Id @NonNull String alertId, @NonNull AlertVerdict verdict, @NonNull String reason) {}
