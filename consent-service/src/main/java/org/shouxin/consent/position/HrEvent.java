package org.shouxin.consent.position;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What HR says, before anybody approves. The identity number is indexed at once and kept nowhere.
 *
 * @param roles realm roles of the new position; null for a leaver
 * @param externalCheck reference of the check with the industry's register; joiners only
 * @param overrideReason why a listed person is hired all the same
 */
record HrEvent(
    StaffChange.Kind kind,
    String employeeNo,
    @Nullable String identityNumber,
    @Nullable List<String> roles,
    @Nullable String branch,
    @Nullable String externalCheck,
    @Nullable String overrideReason,
    @Nullable String successor,
    LocalDate effectiveOn) {

  @Override
  public String toString() {
    return "HrEvent[redacted]";
  }
}
