package org.shouxin.consent.notice;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.Language;

/**
 * Says that a version was shown to a person, before anything was collected.
 *
 * @param customerId missing for somebody who has no record yet: staff get the id of her record to
 *     be
 */
record Presentation(
    @Nullable String customerId,
    @NotNull String noticeId,
    @Positive int noticeVersion,
    @NotNull Language language,
    @NotNull @Pattern(regexp = "PORTAL|COUNTER|PHONE|LETTER|API") String channel) {}
