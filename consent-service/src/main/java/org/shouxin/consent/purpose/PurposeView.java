package org.shouxin.consent.purpose;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A purpose as the API shows it; sets are sorted so that answers compare. */
public record PurposeView(
    String code,
    int version,
    PurposeStatus status,
    String validFrom,
    Words name,
    Words words,
    Words method,
    String legalBasis,
    String article,
    SeparateConsent separateConsent,
    Withdrawal withdrawal,
    Words withdrawalEffect,
    boolean consentApplicable,
    boolean recipientRequired,
    @Nullable String dpv,
    List<String> roles,
    List<Category> categories,
    List<String> fields,
    int consentMonths,
    String retentionClass,
    Words retention) {

  static PurposeView of(Purpose purpose) {
    return new PurposeView(
        purpose.code(),
        purpose.version(),
        purpose.status(),
        purpose.validFrom().toString(),
        purpose.name(),
        purpose.words(),
        purpose.method(),
        purpose.basis().code(),
        purpose.article(),
        purpose.separate(),
        purpose.withdrawal(),
        purpose.withdrawalEffect(),
        purpose.consentApplicable(),
        purpose.recipientRequired(),
        purpose.dpvIri(),
        purpose.roles().stream().sorted().toList(),
        purpose.categories().stream().sorted().toList(),
        purpose.fields().stream().sorted().map(DataField::wire).toList(),
        purpose.consentPeriod().getMonths(),
        purpose.retentionClass(),
        purpose.retention());
  }
}
