package org.shouxin.consent.duty;

/**
 * What the law allows of one extension of a clock (DR-14).
 *
 * @param days calendar days that are added to the due time
 * @param bySenior whether a senior who does not handle the case has to approve it
 */
public record DutyExtension(int days, boolean bySenior) {}
