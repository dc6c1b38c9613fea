package org.shouxin.audit.destruction.recipient;

/** How many requests to a recipient are how far: ASKED, TOLD, CONFIRMED, OVERDUE. */
public record RecipientCount(String recipientId, String state, int number) {}
