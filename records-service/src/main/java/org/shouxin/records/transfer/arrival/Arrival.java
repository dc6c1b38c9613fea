package org.shouxin.records.transfer.arrival;

import java.util.List;
import java.util.UUID;

/**
 * How far an arrival is.
 *
 * @param missing files that have not arrived; at most a hundred are named
 * @param admitted the people are served here
 * @param receipted the receipt is signed
 * @param unassigned of those admitted, whom no employee looks after; a supervisor's to give
 * @param sellerKey thumbprint (RFC 7638) of the key by which the seller signed, as it was given
 * @param openedBy who gave it; another officer compares it with the seller's and admits
 */
public record Arrival(
    UUID id,
    UUID transferId,
    String fromControllerId,
    long people,
    List<String> missing,
    boolean admitted,
    boolean receipted,
    long unassigned,
    String sellerKey,
    String openedBy) {}
