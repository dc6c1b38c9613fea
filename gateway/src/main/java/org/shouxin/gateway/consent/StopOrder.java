package org.shouxin.gateway.consent;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An order to a recipient to stop processing one person's data, after the consent ended. */
public record StopOrder(
    @NonNull @Id String id,
    @NonNull @Id String recipientId,
    @NonNull @Id String consentRecordId,
    @NonNull @Id String customerId,
    @NonNull String purpose,
    @Description("OPEN, DELIVERED, UNDELIVERABLE, ACKNOWLEDGED, OVERDUE.") @NonNull String state,
    @NonNull String orderedAt,
    @Description("Not acknowledged by then, sharing with the recipient suspends by itself (K-07).")
        @NonNull
        String dueAt,
    @Nullable String acknowledgedAt) {}
