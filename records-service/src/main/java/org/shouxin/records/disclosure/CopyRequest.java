package org.shouxin.records.disclosure;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Asks for a copy of one person's data.
 *
 * @param customerId herself, or whom she may read for
 * @param language of the words around the values
 */
record CopyRequest(
    @NotNull @Size(max = 64) String customerId,
    @NotNull CopyForm form,
    @NotNull @Pattern(regexp = "zh-CN|en") String language) {}
