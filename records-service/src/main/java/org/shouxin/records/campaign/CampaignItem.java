package org.shouxin.records.campaign;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CustomerId;

/**
 * The defects of one person in one policy.
 *
 * @param openFields fields with a defect that no correction has reached yet
 * @param held the policy's commission is held (缓发手续费)
 * @param attempts how often somebody tried to reach the person
 */
record CampaignItem(
    UUID id,
    UUID campaignId,
    UUID policyId,
    CustomerId customer,
    @Nullable String reference,
    List<ItemDefect> defects,
    List<String> openFields,
    @Nullable String partnerId,
    @Nullable String employeeNo,
    ItemState state,
    boolean held,
    @Nullable Instant remindedAt,
    int attempts,
    int missed) {}
