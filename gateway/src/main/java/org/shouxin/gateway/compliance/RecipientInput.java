package org.shouxin.gateway.compliance;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A recipient with its licence and agreement (R-CN-05, R-PT-01). */
@Input("RecipientInput")
public record RecipientInput(
    @NonNull String name,
    @NonNull @Description("INDEPENDENT, ENTRUSTED or JOINT.") String role,
    @NonNull @Description("Unified social credit code (DR-02).") String uscc,
    @NonNull String country,
    @NonNull String address,
    @NonNull ContactInput contact,
    @NonNull LicenceInput licence,
    @NonNull AgreementInput agreement,
    @Nullable AssessmentInput pipia,
    @Nullable String reviewedOn,
    @Nullable AssessmentInput selfAssessment) {

  /** How the person reaches the recipient. */
  @Input("RecipientContactInput")
  public record ContactInput(@NonNull String email, @Nullable String phone) {}

  /** Licence to act as insurance intermediary. */
  @Input("RecipientLicenceInput")
  public record LicenceInput(
      @NonNull String number,
      @NonNull String expiresOn,
      @Nullable String scope,
      @io.smallrye.graphql.api.Nullable @Nullable List<@NonNull String> regions) {}

  /** The agreement with its clauses and what it allows. */
  @Input("RecipientAgreementInput")
  public record AgreementInput(
      @NonNull String reference,
      @NonNull String startsOn,
      @NonNull String endsOn,
      @NonNull List<@NonNull String> clauses,
      @NonNull List<@NonNull String> purposes,
      @NonNull List<@NonNull String> categories,
      @NonNull List<@NonNull String> fields,
      @NonNull WordsInput method) {}
}
