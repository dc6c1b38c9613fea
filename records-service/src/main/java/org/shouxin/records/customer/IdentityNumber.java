package org.shouxin.records.customer;

import java.util.regex.Pattern;

/** The lifelong part of an identity number: some permits add a renewal count to it (DR-04). */
public final class IdentityNumber {
  private static final Pattern RENEWED_PERMIT = Pattern.compile("[HM]\\d{10}");
  private static final int LIFELONG = 9;

  private IdentityNumber() {}

  /** What is compared and indexed: the first nine characters of an HMT permit, else the number. */
  public static String lifelong(String normalised) {
    return RENEWED_PERMIT.matcher(normalised).matches()
        ? normalised.substring(0, LIFELONG)
        : normalised;
  }
}
