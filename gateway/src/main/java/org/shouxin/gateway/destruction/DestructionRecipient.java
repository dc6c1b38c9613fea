package org.shouxin.gateway.destruction;

import org.eclipse.microprofile.graphql.NonNull;

/** Requests to one recipient to delete: ASKED, TOLD, CONFIRMED, OVERDUE. */
public record DestructionRecipient(
    @NonNull String recipientId, @NonNull String state, int number) {}
