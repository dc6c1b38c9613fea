package org.shouxin.consent.receipt;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/**
 * One receipt as kept.
 *
 * @param sequence which decision of its record
 * @param purposeTerms terms version of the purpose that was decided about
 * @param state state after the decision
 * @param eventId the decision's audit event, null for receipts older than the table
 * @param document JSON-LD as signed; never changes
 * @param proof the log's proof, null until it was asked for and the event was integrated
 */
record IssuedReceipt(
    UUID id,
    ControllerId controller,
    UUID consentRecordId,
    int sequence,
    CustomerId customer,
    String purpose,
    int purposeTerms,
    @Nullable String recipientId,
    String state,
    Instant issuedAt,
    @Nullable UUID eventId,
    String document,
    @Nullable LogProof proof) {}
