package org.shouxin.records.access;

import org.jspecify.annotations.Nullable;

/**
 * One line of the controller's staff file. The phone number is there as blind index only.
 *
 * @param workEmail where mails about waiting cases go; null for none
 * @param mobileIndex {@code IndexKind.MOBILE} of the normalised phone number
 */
public record StaffMember(
    String employeeNo,
    String role,
    @Nullable String branch,
    @Nullable String workEmail,
    byte @Nullable [] mobileIndex) {}
