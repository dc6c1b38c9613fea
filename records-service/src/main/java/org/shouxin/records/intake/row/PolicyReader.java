package org.shouxin.records.intake.row;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouxin.records.customer.PersonFacts;
import org.shouxin.records.customer.PolicyFile.Beneficiary;
import org.shouxin.records.quality.BankAccount;
import org.shouxin.records.quality.DefectCode;
import org.shouxin.records.quality.Normalisation;
import org.shouxin.records.quality.PersonName;
import org.shouxin.records.quality.PolicyRules;

/** Reads and judges what a row says about the policy itself. */
final class PolicyReader {
  private static final Pattern LEGAL_HEIRS =
      Pattern.compile("法定.*|无指定.*|(?i)(legal heirs?|estate)");
  private final Cells cells;
  private final Findings findings;

  PolicyReader(Cells cells, Findings findings) {
    this.cells = cells;
    this.findings = findings;
  }

  @Nullable String number(Field field) {
    Optional<String> cell = cells.require(field, findings);
    return cell.isEmpty() ? null : findings.note(field, PolicyRules.checkNumber(cell.get()));
  }

  @Nullable String text(Field field) {
    return cells.require(field, findings).map(Normalisation::text).orElse(null);
  }

  @Nullable String optional(Field field) {
    return cells.find(field).map(Normalisation::text).orElse(null);
  }

  @Nullable BigDecimal amount(Field field) {
    Optional<String> cell = cells.require(field, findings);
    Optional<BigDecimal> amount = cell.flatMap(Amounts::findMoney);
    if (cell.isPresent() && amount.isEmpty()) {
      findings.add(field, DefectCode.AMOUNT_FORMAT);
    }
    return amount.orElse(null);
  }

  @Nullable LocalDate date(Field field) {
    Optional<String> cell = cells.require(field, findings);
    Optional<LocalDate> day = cell.flatMap(DateForms::find);
    if (cell.isPresent() && day.isEmpty()) {
      findings.add(field, DefectCode.DATE_FORMAT);
    }
    return day.orElse(null);
  }

  @Nullable String bankAccount() {
    Optional<String> cell = cells.find(Field.BANK_ACCOUNT);
    return cell.isEmpty()
        ? null
        : findings.note(Field.BANK_ACCOUNT, BankAccount.check(cell.get(), BankAccount.Kind.CARD));
  }

  /** Period, ages and caps, once dates and people are known. */
  void judgeTerms(
      @Nullable LocalDate startOn,
      @Nullable LocalDate endOn,
      @Nullable String product,
      @Nullable BigDecimal sumInsured,
      Party applicant,
      Party insured) {
    if (startOn == null) {
      return;
    }
    if (endOn != null) {
      findings.addAll(Field.END_ON, PolicyRules.checkPeriod(startOn, endOn));
    }
    LocalDate born = insured.birthDate();
    findings.addAll(
        Field.START_ON,
        PolicyRules.checkAges(
            startOn, applicant.birthDate(), born, product == null ? "" : product, sumInsured));
    if (born != null
        && Period.between(born, startOn).getYears() < 18
        && !Relations.isChild(cells.text(Field.INSURED_RELATION))
        && applicant.name() != null
        && names().contains(applicant.name())) {
      findings.add(Field.BENEFICIARY_NAME, DefectCode.BENEFICIARY_APPLICANT);
    }
  }

  /** Named beneficiaries; none for 法定 or an empty cell (Insurance Law 40, 42). */
  List<Beneficiary> beneficiaries() {
    List<String> names = names();
    List<String> relations = parts(Field.BENEFICIARY_RELATION);
    List<BigDecimal> shares = shares(names.size());
    List<Beneficiary> found = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = findings.note(Field.BENEFICIARY_NAME, PersonName.check(names.get(i)));
      found.add(
          new Beneficiary(
              PersonFacts.named(name),
              relations.isEmpty() ? null : relations.get(Math.min(i, relations.size() - 1)),
              shares.size() == names.size() ? shares.get(i) : null));
    }
    return found;
  }

  private List<BigDecimal> shares(int people) {
    Optional<String> cell = cells.find(Field.BENEFICIARY_SHARE);
    if (cell.isEmpty() || Normalisation.text(cell.get()).matches("均分|平均|均等|平均分配|等额")) {
      return List.of();
    }
    Optional<List<BigDecimal>> shares = Amounts.findShares(cell.get());
    if (shares.isEmpty()) {
      findings.add(Field.BENEFICIARY_SHARE, DefectCode.BENEFICIARY_SHARE);
      return List.of();
    }
    int stated = shares.get().size();
    if (people > 0 && stated > 1 && stated != people) {
      findings.add(Field.BENEFICIARY_SHARE, DefectCode.BENEFICIARY_SHARE);
    }
    findings.addAll(Field.BENEFICIARY_SHARE, PolicyRules.checkShares(shares.get()));
    return shares.get();
  }

  private List<String> names() {
    return parts(Field.BENEFICIARY_NAME).stream()
        .filter(name -> !LEGAL_HEIRS.matcher(name).matches())
        .map(PersonName::normalise)
        .toList();
  }

  private List<String> parts(Field field) {
    return cells.find(field).stream()
        .flatMap(Amounts.LIST::splitAsStream)
        .map(Normalisation::text)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
