package org.shouxin.records.campaign;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item on the wire: pseudonyms, fields and codes. Who it is, masked, is read as any customer is.
 */
record ItemView(
    UUID id,
    UUID campaignId,
    UUID customerId,
    @Nullable String reference,
    List<DefectView> defects,
    List<String> openFields,
    @Nullable String partnerId,
    @Nullable String employeeNo,
    String state,
    boolean commissionHeld,
    int attempts,
    @Nullable Instant remindedAt) {

  /** A defect: MISSING, SUSPECTED_FALSE or CHANGED, with its code. */
  record DefectView(String field, String kind, String code) {}

  static ItemView of(CampaignItem item) {
    return new ItemView(
        item.id(),
        item.campaignId(),
        item.customer().value(),
        item.reference(),
        item.defects().stream()
            .map(defect -> new DefectView(defect.field(), defect.kind().name(), defect.code()))
            .toList(),
        item.openFields(),
        item.partnerId(),
        item.employeeNo(),
        item.state().label(),
        item.held(),
        item.attempts(),
        item.remindedAt());
  }
}
