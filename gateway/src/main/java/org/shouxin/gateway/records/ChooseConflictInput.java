package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which statement's value of a field shall hold. */
@Input("ChooseConflictInput")
public record ChooseConflictInput(
    @NonNull @Id String customerId,
    @NonNull String purpose,
    @NonNull String field,
    @NonNull @Id String statementId) {}
