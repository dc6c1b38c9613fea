package org.shouxin.records.intake.row;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouxin.records.quality.ContactPoint;
import org.shouxin.records.quality.DefectCode;
import org.shouxin.records.quality.Gender;
import org.shouxin.records.quality.IdType;
import org.shouxin.records.quality.IdentityDocument;
import org.shouxin.records.quality.IdentityTerm;
import org.shouxin.records.quality.Nationality;
import org.shouxin.records.quality.Normalisation;
import org.shouxin.records.quality.PersonName;
import org.shouxin.records.quality.ResidentIdentityNumber;
import org.shouxin.records.quality.Telephone;
import org.shouxin.records.quality.UnifiedSocialCreditCode;
import org.shouxin.records.quality.Verdict;

/** Reads and judges one party of a row: DR-00 key fields, DR-01..DR-06 values. */
final class PartyReader {
  private final PartyFields fields;
  private final Cells cells;
  private final Findings findings;
  private final ReportedNumbers numbers;
  private final LocalDate today;

  PartyReader(
      PartyFields fields,
      Cells cells,
      Findings findings,
      ReportedNumbers numbers,
      LocalDate today) {
    this.fields = fields;
    this.cells = cells;
    this.findings = findings;
    this.numbers = numbers;
    this.today = today;
  }

  Party read() {
    String rawNumber = cells.text(fields.idNumber());
    Optional<IdType> type = idType(rawNumber);
    boolean company = type.filter(IdType.ORG::equals).isPresent();
    Gender gender = company ? null : gender();
    LocalDate birthDate = company ? null : birthDate();
    String number = idNumber(type.orElse(IdType.RIC), gender, birthDate);
    LocalDate validUntil = company ? null : validUntil(birthDate, type);
    return new Party(
        name(company),
        gender,
        birthDate,
        number == null ? null : type.orElse(IdType.RIC),
        number,
        validUntil,
        mobile(company, birthDate, number),
        optional(fields.email(), ContactPoint::checkEmail),
        address(),
        plain(fields.occupation(), fields == PartyFields.APPLICANT && !company),
        nationality(type));
  }

  private @Nullable String name(boolean company) {
    Optional<String> cell = cells.require(fields.name(), findings);
    if (cell.isEmpty()) {
      return null;
    }
    return company
        ? Normalisation.text(cell.get())
        : findings.note(fields.name(), PersonName.check(cell.get()));
  }

  private @Nullable Gender gender() {
    Optional<String> cell = cells.require(fields.gender(), findings);
    Optional<Gender> gender = cell.flatMap(Gender::find);
    if (cell.isPresent() && gender.isEmpty()) {
      findings.add(fields.gender(), DefectCode.GENDER_FORMAT);
    }
    return gender.orElse(null);
  }

  private @Nullable LocalDate birthDate() {
    Optional<String> cell = cells.require(fields.birthDate(), findings);
    Optional<LocalDate> day = cell.flatMap(DateForms::find).filter(d -> !d.isAfter(today));
    if (cell.isPresent() && day.isEmpty()) {
      findings.add(fields.birthDate(), DefectCode.DATE_FORMAT);
    }
    return day.orElse(null);
  }

  /** Without a column for the type, the form of the number tells a company from a person. */
  private Optional<IdType> idType(String rawNumber) {
    if (!cells.columns().has(fields.idType())) {
      boolean company =
          fields == PartyFields.APPLICANT
              && !ResidentIdentityNumber.check(rawNumber, null, null, today).accepted()
              && UnifiedSocialCreditCode.check(rawNumber).accepted();
      return Optional.of(company ? IdType.ORG : IdType.RIC);
    }
    Optional<String> cell = cells.require(fields.idType(), findings);
    Optional<IdType> type = cell.flatMap(name -> DocumentTypes.find(name, rawNumber, today));
    if (cell.isPresent() && type.isEmpty()) {
      findings.add(fields.idType(), DefectCode.ID_TYPE_UNKNOWN);
    }
    return type;
  }

  private @Nullable String idNumber(
      IdType type, @Nullable Gender gender, @Nullable LocalDate birthDate) {
    Optional<String> cell = cells.require(fields.idNumber(), findings);
    if (cell.isEmpty()) {
      return null;
    }
    return findings.note(
        fields.idNumber(), IdentityDocument.check(type, cell.get(), gender, birthDate, today));
  }

  private @Nullable LocalDate validUntil(@Nullable LocalDate birthDate, Optional<IdType> type) {
    Optional<String> cell =
        fields == PartyFields.APPLICANT
            ? cells.require(fields.idValidUntil(), findings)
            : cells.find(fields.idValidUntil());
    if (cell.isEmpty()) {
      return null;
    }
    Optional<LocalDate> day = DateForms.findValidUntil(cell.get());
    if (day.isEmpty()) {
      findings.add(fields.idValidUntil(), DefectCode.DATE_FORMAT);
      return null;
    }
    // Only identity cards have terms by age (ID Card Law art 5); a passport's ten years are its
    // own.
    LocalDate issuedOn =
        type.filter(IdType.RIC::equals).isPresent()
            ? cells.find(fields.idIssuedOn()).flatMap(DateForms::find).orElse(null)
            : null;
    findings.addAll(
        fields.idValidUntil(), IdentityTerm.check(issuedOn, day.get(), birthDate, today));
    return day.get();
  }

  /** DR-00: the applicant and every adult insured needs a number of their own. */
  private @Nullable String mobile(
      boolean company, @Nullable LocalDate birthDate, @Nullable String idNumber) {
    Field field = fields.contact(cells.columns());
    String text = cells.text(field);
    boolean required = fields == PartyFields.APPLICANT || isAdult(birthDate, idNumber);
    if (Normalisation.isMissing(text) && !(required && Normalisation.statesNone(text))) {
      if (required && (cells.columns().has(field) || field.need() == Field.Need.CORE)) {
        findings.add(field, DefectCode.KEY_FIELD_MISSING);
      }
      return null;
    }
    Verdict verdict =
        field == fields.phone() || company
            ? Telephone.checkContact(text)
            : Telephone.checkMobile(text);
    findings.note(field, verdict);
    if (verdict.accepted()) {
      numbers
          .judge(verdict.value(), verdict.defects().contains(DefectCode.PHONE_DUMMY))
          .ifPresent(code -> findings.add(field, code));
    }
    return verdict.value();
  }

  private boolean isAdult(@Nullable LocalDate birthDate, @Nullable String idNumber) {
    LocalDate born =
        birthDate != null || idNumber == null
            ? birthDate
            : ResidentIdentityNumber.findBirthDate(idNumber).orElse(null);
    return born != null && Period.between(born, today).getYears() >= 18;
  }

  private @Nullable String address() {
    Optional<String> cell =
        fields == PartyFields.APPLICANT
            ? cells.require(fields.address(), findings)
            : cells.find(fields.address());
    if (cells.find(fields.postcode()).isPresent()) {
      findings.note(fields.postcode(), ContactPoint.checkPostcode(cells.text(fields.postcode())));
    }
    return cell.isEmpty()
        ? null
        : findings.note(fields.address(), ContactPoint.checkAddress(cell.get()));
  }

  private @Nullable String nationality(Optional<IdType> type) {
    Optional<String> cell = cells.find(fields.nationality()).map(Nationality::normalise);
    if (cell.isEmpty() && type.filter(IdType.FPP::equals).isPresent()) {
      findings.add(fields.nationality(), DefectCode.KEY_FIELD_MISSING);
    }
    boolean chinese = type.filter(t -> t == IdType.RIC || t == IdType.HKB).isPresent();
    return cell.orElse(chinese ? "CHN" : null);
  }

  private @Nullable String plain(Field field, boolean required) {
    Optional<String> cell = required ? cells.require(field, findings) : cells.find(field);
    return cell.map(Normalisation::text).orElse(null);
  }

  private @Nullable String optional(
      Field field, java.util.function.Function<String, Verdict> check) {
    Optional<String> cell = cells.find(field);
    return cell.isEmpty() ? null : findings.note(field, check.apply(cell.get()));
  }
}
