package org.shouxin.consent.consentrecord;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.Language;

/**
 * One decision of one person about one purpose.
 *
 * @param purposes only there to be refused: several purposes under one decision are a bundle
 * @param preselected says that the choice was ticked beforehand: refused
 * @param prompted says that somebody brought the subject up, which a refusal forbids for a while
 */
record ConsentAsk(
    @NotNull String customerId,
    @Nullable String purpose,
    @Nullable @Size(max = 25) List<@NotBlank String> purposes,
    @NotEmpty @Size(max = 6) List<@NotBlank String> categories,
    @Nullable @Size(max = 61) String recipientId,
    @NotNull String noticeId,
    @Positive int noticeVersion,
    @NotNull Language language,
    @NotNull @Pattern(regexp = "[0-9a-fA-F]{64}") String uiTextSha256,
    @NotNull Boolean separate,
    @Nullable Boolean preselected,
    @Nullable Boolean prompted) {}
