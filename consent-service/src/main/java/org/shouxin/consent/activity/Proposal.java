package org.shouxin.consent.activity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.Category;
import org.shouxin.consent.purpose.Evidence;
import org.shouxin.consent.purpose.LegalBasis;
import org.shouxin.consent.purpose.SeparateConsent;
import org.shouxin.consent.purpose.Withdrawal;
import org.shouxin.consent.purpose.Words;

/**
 * A new or changed processing activity, to be reviewed by somebody else before its purpose can be
 * used.
 *
 * @param code {@code P-01} to {@code P-99}; an existing code proposes its next version
 * @param entrusted a processor works on the controller's behalf (PIPL 21)
 * @param published data are made public (PIPL 25)
 * @param majorEffect major effect on personal rights and interests (PIPL 55)
 */
record Proposal(
    @NotNull @Pattern(regexp = "P-[0-9]{2}") String code,
    @NotNull Words name,
    @NotNull Words words,
    @NotNull Words method,
    @NotNull LegalBasis basis,
    @NotBlank @Size(max = 300) String article,
    @NotNull Evidence evidence,
    @NotNull SeparateConsent separateConsent,
    @NotNull Withdrawal withdrawal,
    @NotNull Words withdrawalEffect,
    boolean recipientRequired,
    @Nullable @Pattern(regexp = "https://w3id[.]org/dpv#[A-Za-z]+") String dpv,
    @NotEmpty Set<@NotBlank String> roles,
    @NotEmpty Set<@NotNull Category> categories,
    @NotNull Set<@NotBlank String> fields,
    boolean allowedWhenRestricted,
    @Positive int consentMonths,
    @NotNull @Pattern(regexp = "RT-[0-9]{2}") String retentionClass,
    @NotEmpty Set<@NotBlank String> subjects,
    @NotEmpty Set<@NotBlank String> systems,
    boolean entrusted,
    boolean published,
    boolean crossBorder,
    boolean automatedDecision,
    boolean majorEffect,
    @Nullable @Valid Assessment pipia,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate nextReviewOn) {

  /** The impact assessment on file (PIPL 55, 56). */
  record Assessment(@NotBlank @Size(max = 100) String reference, @NotNull LocalDate completedOn) {}
}
