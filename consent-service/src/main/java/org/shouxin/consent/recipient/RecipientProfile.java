package org.shouxin.consent.recipient;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.Category;
import org.shouxin.consent.purpose.Words;

/**
 * What a compliance officer registers about a recipient.
 *
 * @param reviewedOn last qualification review; today when missing, since registering is one
 */
record RecipientProfile(
    @NotBlank @Size(max = 100) String name,
    @NotNull RecipientRole role,
    @NotBlank String uscc,
    @NotBlank @Pattern(regexp = "[A-Z]{2}") String country,
    @NotBlank @Size(max = 200) String address,
    @NotNull @Valid Contact contact,
    @NotNull @Valid Licence licence,
    @NotNull @Valid Agreement agreement,
    @Nullable @Valid Assessment pipia,
    @Nullable LocalDate reviewedOn,
    @Nullable @Valid Assessment selfAssessment) {

  record Contact(
      @NotBlank @Email @Size(max = 254) String email, @Nullable @Size(max = 30) String phone) {}

  record Licence(
      @NotBlank @Pattern(regexp = "[0-9]{12,18}") String number,
      @NotNull LocalDate expiresOn,
      @Nullable @Size(max = 200) String scope,
      @Nullable @Size(max = 40) List<@NotBlank @Size(max = 40) String> regions) {}

  record Agreement(
      @NotBlank @Size(max = 100) String reference,
      @NotNull LocalDate startsOn,
      @NotNull LocalDate endsOn,
      @NotNull Set<@NotNull Clause> clauses,
      @NotEmpty Set<@NotBlank String> purposes,
      @NotEmpty Set<@NotNull Category> categories,
      @NotEmpty Set<@NotBlank String> fields,
      @NotNull Words method) {}

  record Assessment(@NotBlank @Size(max = 100) String reference, @NotNull LocalDate completedOn) {}
}
