package org.shouxin.audit.destruction.order;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One item to destroy now.
 *
 * @param customerId none for a file of audit-service itself
 * @param recordRef empty for everything of the person in that store and class
 * @param retentionClass RT- number of DR-09
 * @param method SHRED_KEY or DELETE_ROWS
 */
public record Order(
    UUID orderId,
    String controllerId,
    UUID planId,
    @Nullable UUID customerId,
    String recordRef,
    String retentionClass,
    String method) {}
