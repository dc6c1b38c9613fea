package org.shouxin.consent.complaint;

import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * What is at stake in a complaint, as said by who read it.
 *
 * @param amount disputed, in whole yuan
 * @param people who complain together
 * @param media whether media report on it
 * @param dataLeak whether personal data got out
 */
public record Stakes(
    @Min(0) @Nullable Integer amount,
    @Min(1) @Nullable Integer people,
    boolean media,
    boolean dataLeak) {}
