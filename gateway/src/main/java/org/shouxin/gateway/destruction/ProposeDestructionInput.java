package org.shouxin.gateway.destruction;

import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** What to destroy and why: RETENTION_ENDED, ERASURE_REQUEST, CONSENT_WITHDRAWN. */
@Input("ProposeDestructionInput")
public record ProposeDestructionInput(
    @NonNull String cause, @NonNull List<@NonNull ScopeItemInput> items) {}
