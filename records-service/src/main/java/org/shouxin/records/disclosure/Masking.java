package org.shouxin.records.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.catalogue.Audience;
import org.shouxin.records.catalogue.Catalogue;
import org.shouxin.records.catalogue.FieldGrade;
import org.shouxin.records.catalogue.Shown;
import org.shouxin.records.customer.Fact;
import org.shouxin.records.customer.PolicyPart;
import org.shouxin.records.customer.PolicyTerms;
import org.shouxin.records.customer.SealedCustomer;
import org.shouxin.records.customer.TermsCodec;
import org.shouxin.records.disclosure.mask.MaskKind;
import org.shouxin.records.disclosure.mask.MaskLevel;
import org.shouxin.records.disclosure.mask.Masks;
import org.shouxin.records.quality.IdType;
import org.shouxin.records.vault.DataKey;

/**
 * Opens the permitted values of one customer and masks each for the audience: the only place where
 * a value leaves the vault towards an answer. A field without a grade is not served (R-RC-04).
 */
@ApplicationScoped
class Masking {
  private final Catalogue catalogue;
  private final TermsCodec terms;
  private final Clock clock;

  Masking(Catalogue catalogue, TermsCodec terms, Clock clock) {
    this.catalogue = catalogue;
    this.terms = terms;
    this.clock = clock;
  }

  /**
   * The values of one customer as one audience sees them.
   *
   * @param onlyStoredToo also policies that are only stored
   */
  CustomerView view(
      SealedCustomer customer,
      DataKey key,
      Audience audience,
      boolean onlyStoredToo,
      Set<ServedField> permitted,
      List<String> withheld,
      CustomerView.DecisionView decision) {
    Eye eye = new Eye(catalogue.grades(customer.controller()), audience, BusinessTime.today(clock));
    return new CustomerView(
        customer.id().toString(),
        value(customer, key, permitted, ServedField.NAME, eye),
        value(customer, key, permitted, ServedField.ID_TYPE, eye),
        idNumber(customer, key, permitted, eye),
        value(customer, key, permitted, ServedField.GENDER, eye),
        value(customer, key, permitted, ServedField.BIRTH_DATE, eye),
        value(customer, key, permitted, ServedField.MOBILE, eye),
        value(customer, key, permitted, ServedField.EMAIL, eye),
        value(customer, key, permitted, ServedField.ADDRESS, eye),
        permitted.contains(ServedField.POLICIES)
            ? terms.open(customer, key).stream()
                .filter(part -> onlyStoredToo || !customer.isOnlyStored(part))
                .map(part -> policy(part, eye))
                .toList()
            : null,
        withheld,
        decision);
  }

  /** Through whose eyes a value is seen: the grades in force, the audience, and today. */
  record Eye(Map<String, FieldGrade> grades, Audience audience, LocalDate today) {

    /** The field as seen; null when hidden or without a grade. */
    @Nullable String see(String field, @Nullable String value) {
      FieldGrade grade = grades.get(field);
      if (grade == null || value == null) {
        return null;
      }
      return switch (grade.shownTo(audience)) {
        case FULL -> value;
        case W -> masked(grade, MaskLevel.W, value);
        case P -> masked(grade, MaskLevel.P, value);
        case HIDDEN -> null;
      };
    }

    private @Nullable String masked(FieldGrade grade, MaskLevel level, String value) {
      Optional<MaskKind> kind = grade.mask();
      return kind.isEmpty() ? value : Masks.mask(kind.get(), level, value, today);
    }
  }

  private static @Nullable String value(
      SealedCustomer customer,
      DataKey key,
      Set<ServedField> permitted,
      ServedField field,
      Eye eye) {
    if (!permitted.contains(field)) {
      return null;
    }
    String value = field.fact().flatMap(fact -> customer.open(fact, key)).orElse(null);
    return eye.see(field.wire(), value);
  }

  /** The type of the document decides how its number is masked (DR-07: cards, permits). */
  private static @Nullable String idNumber(
      SealedCustomer customer, DataKey key, Set<ServedField> permitted, Eye eye) {
    FieldGrade grade = eye.grades().get(ServedField.ID_NUMBER.wire());
    if (grade == null || !permitted.contains(ServedField.ID_NUMBER)) {
      return null;
    }
    Shown shown = grade.shownTo(eye.audience());
    Optional<String> type = customer.open(Fact.ID_TYPE, key);
    if (type.isEmpty() || shown == Shown.FULL || shown == Shown.HIDDEN) {
      return value(customer, key, permitted, ServedField.ID_NUMBER, eye);
    }
    return Masks.maskIdentityNumber(
        IdType.valueOf(type.get()),
        shown == Shown.W ? MaskLevel.W : MaskLevel.P,
        customer.open(Fact.ID_NUMBER, key).orElse(null),
        eye.today());
  }

  private static CustomerView.PolicyView policy(PolicyPart part, Eye eye) {
    PolicyTerms terms = part.terms();
    return new CustomerView.PolicyView(
        eye.see("policies.number", terms.number()),
        eye.see("policies.product", terms.product()),
        eye.see("policies.insurer", terms.insurer()),
        eye.see("policies.startOn", text(terms.startOn())),
        eye.see("policies.endOn", text(terms.endOn())),
        eye.see("policies.sumInsured", text(terms.sumInsured())),
        eye.see("policies.premium", text(terms.premium())),
        eye.see("policies.role", String.join(",", part.roles())));
  }

  private static @Nullable String text(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }

  private static @Nullable String text(@Nullable BigDecimal amount) {
    return amount == null ? null : amount.toPlainString();
  }
}
