package org.shouxin.audit.destruction.order;

import java.util.UUID;

/**
 * One item to destroy now.
 *
 * @param recordRef empty for everything of the person in that store and class
 * @param retentionClass RT- number of DR-09
 * @param method SHRED_KEY or DELETE_ROWS
 */
public record Order(
    UUID orderId,
    String controllerId,
    UUID planId,
    UUID customerId,
    String recordRef,
    String retentionClass,
    String method) {}
