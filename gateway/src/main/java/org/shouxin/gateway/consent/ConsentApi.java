package org.shouxin.gateway.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.records.Customer;

/** Notices, the words of a consent, giving and withdrawing it, and the records of both. */
@GraphQLApi
@ApplicationScoped
public class ConsentApi {
  private final ConsentService consent;

  @Inject
  ConsentApi(ConsentService consent) {
    this.consent = consent;
  }

  @Query("currentNotice")
  @Description("The notice in force for an audience, in zh-CN or en.")
  public @Nullable PrivacyNotice currentNotice(
      @NonNull @Name("audience") String audience, @NonNull @Name("language") String language) {
    return consent.findCurrentNotice(audience, language);
  }

  @Query("consentText")
  @Description(
      "The exact text that asks for one consent; giveConsent must quote its digest, or is refused"
          + " (CONSENT_TEXT_MISMATCH).")
  public @Nullable ConsentText consentText(
      @NonNull @Name("purpose") String purpose,
      @Id @Name("recipientId") @Nullable String recipientId,
      @NonNull @Name("language") String language) {
    return consent.findConsentText(purpose, recipientId, language);
  }

  @Query("consentRecords")
  @Description("Every consent of a person, with what became of it.")
  public @NonNull List<@NonNull ConsentRecord> consentRecords(
      @NonNull @Id @Name("customerId") String customerId) {
    return consent.listConsentRecords(List.of(customerId)).getFirst();
  }

  /** The consents of all people of a level, in one call to consent-service. */
  @Name("consentRecords")
  public @NonNull List<@NonNull List<@NonNull ConsentRecord>> consentRecordsOf(
      @Source List<Customer> customers) {
    return consent.listConsentRecords(customers.stream().map(Customer::id).toList());
  }

  @Query("wards")
  @Description(
      "The children under 14 for whom the caller decides as verified guardian: their ids stand for customerId in consent operations.")
  public @NonNull List<@NonNull Ward> wards() {
    return consent.listWards();
  }

  @Mutation("refuseConsent")
  @Description("Refuses one consent; nobody asks again for 180 days.")
  public @NonNull ConsentRecord refuseConsent(@NonNull @Name("input") GiveConsentInput input) {
    return consent.refuseConsent(input);
  }

  @Mutation("giveConsent")
  @Description(
      "Gives one consent, quoting the digest of the text that asked for it; a copy with the same Idempotency-Key header changes nothing.")
  public @NonNull ConsentRecord giveConsent(@NonNull @Name("input") GiveConsentInput input) {
    return consent.giveConsent(input);
  }

  @Mutation("withdrawConsent")
  @Description("Withdraws a consent; the next read that rests on it is refused.")
  public @NonNull ConsentRecord withdrawConsent(
      @NonNull @Id @Name("consentRecordId") String consentRecordId) {
    return consent.withdrawConsent(consentRecordId);
  }

  @Mutation("withdrawConsentForPurpose")
  @Description(
      "Withdraws the consent to one purpose and recipient without naming its record; law and contract answer why they cannot be withdrawn.")
  public @NonNull ConsentRecord withdrawConsentForPurpose(
      @NonNull @Name("purpose") String purpose,
      @Nullable @Id @Name("recipientId") String recipientId,
      @Nullable @Id @Name("customerId") String customerId) {
    return consent.withdrawConsentForPurpose(purpose, recipientId, customerId);
  }
}
