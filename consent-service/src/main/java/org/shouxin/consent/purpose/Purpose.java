package org.shouxin.consent.purpose;

import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of one purpose (DR-10), as it stands in the register of processing activities.
 *
 * @param code {@code P-01} to {@code P-99}
 * @param version number of this version within the controller's register
 * @param termsVersion grows only when purpose, method, category, retention or recipient change: a
 *     consent to earlier terms is stale (PIPL 14)
 * @param name short name
 * @param words the purpose in plain words, a noun phrase that fits after "for" and "用于"
 * @param method how the data are processed
 * @param basis primary legal basis
 * @param article the law behind the basis, as cited to the customer
 * @param evidence what must be shown for a person
 * @param withdrawalEffect what follows from a withdrawal, or why there is none
 * @param recipientRequired consent names one recipient (PIPL 23)
 * @param dpvIri W3C DPV purpose, null where DPV has none
 * @param roles realm roles that may process for this purpose
 * @param categories data categories of the activity
 * @param fields record fields the purpose needs; no other is ever given
 * @param allowedWhenRestricted goes on under a processing restriction (PIPL 47, para 2)
 * @param consentPeriod how long a consent is valid
 * @param retention retention in words
 * @param pipiaReference impact assessment on file, null where PIPL 55 demands none
 */
public record Purpose(
    String code,
    int version,
    int termsVersion,
    PurposeStatus status,
    LocalDate validFrom,
    Words name,
    Words words,
    Words method,
    LegalBasis basis,
    String article,
    Evidence evidence,
    SeparateConsent separate,
    Withdrawal withdrawal,
    Words withdrawalEffect,
    boolean consentApplicable,
    boolean recipientRequired,
    @Nullable String dpvIri,
    Set<String> roles,
    Set<Category> categories,
    Set<DataField> fields,
    boolean allowedWhenRestricted,
    Period consentPeriod,
    String retentionClass,
    Words retention,
    @Nullable String pipiaReference) {

  public Purpose {
    roles = Set.copyOf(roles);
    categories = Set.copyOf(categories);
    fields = Set.copyOf(fields);
  }

  /** Approved by compliance: only then may anybody process for it (R-CN-06). */
  public boolean approved() {
    return status == PurposeStatus.APPROVED;
  }
}
