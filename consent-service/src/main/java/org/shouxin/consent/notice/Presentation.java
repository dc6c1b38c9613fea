package org.shouxin.consent.notice;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import org.shouxin.consent.purpose.Language;

/** Says that a version was shown to a person, before anything was collected. */
record Presentation(
    @NotNull String customerId,
    @NotNull String noticeId,
    @Positive int noticeVersion,
    @NotNull Language language,
    @NotNull @Pattern(regexp = "PORTAL|COUNTER|PHONE|LETTER|API") String channel) {}
