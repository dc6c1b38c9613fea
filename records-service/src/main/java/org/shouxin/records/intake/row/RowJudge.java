package org.shouxin.records.intake.row;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shouxin.records.customer.PersonFacts;
import org.shouxin.records.customer.PolicyFile;
import org.shouxin.records.intake.book.RawRow;
import org.shouxin.records.quality.DefectCode;
import org.shouxin.records.quality.Normalisation;
import org.shouxin.records.quality.ResidentIdentityNumber;

/** Judges the data rows of one file, in their order: every fault of every row. */
final class RowJudge {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,40}");
  private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
  private final boolean fixedWidth;
  private final ReportedNumbers numbers;
  private final LocalDate today;
  private final PolicyCensus policies = new PolicyCensus();

  RowJudge(boolean fixedWidth, ReportedNumbers numbers, LocalDate today) {
    this.fixedWidth = fixedWidth;
    this.numbers = numbers;
    this.today = today;
  }

  IntakeRow judge(RawRow row, Columns columns) {
    Optional<DefectCode> damage = RowKind.damage(row, columns, fixedWidth);
    if (damage.isEmpty() && RowKind.isMisread(row, columns)) {
      damage = Optional.of(DefectCode.ROW_ENCODING);
    }
    if (damage.isPresent()) {
      return new IntakeRow(
          row.number(), printable(row, columns), null, List.of(new Defect("", damage.get())));
    }
    Cells cells = new Cells(columns, row);
    Findings findings = new Findings(columns);
    row.formulas().stream()
        .mapToObj(columns::fieldAt)
        .filter(Objects::nonNull)
        .forEach(field -> findings.add(Objects.requireNonNull(field), DefectCode.CELL_FORMULA));

    PolicyReader policy = new PolicyReader(cells, findings);
    String applicationNumber = policy.number(Field.APPLICATION_NUMBER);
    String policyNumber = policy.number(Field.POLICY_NUMBER);
    String insurer = policy.text(Field.INSURER);
    String product = policy.text(Field.PRODUCT);
    LocalDate startOn = policy.date(Field.START_ON);
    LocalDate endOn = policy.date(Field.END_ON);
    BigDecimal sumInsured = policy.amount(Field.SUM_INSURED);
    BigDecimal premium = policy.amount(Field.PREMIUM);

    Party applicant =
        new PartyReader(PartyFields.APPLICANT, cells, findings, numbers, today).read();
    Party insured = insured(cells, findings, applicant);
    policy.judgeTerms(startOn, endOn, product, sumInsured, applicant, insured);
    List<PolicyFile.Beneficiary> beneficiaries = policy.beneficiaries();
    String bankAccount = policy.bankAccount();
    String employeeNumber = policy.text(Field.EMPLOYEE_NUMBER);
    if (policyNumber != null
        && policies.isRepeated(
            policyNumber, Objects.requireNonNullElse(applicationNumber, ""), key(insured))) {
      findings.add(Field.POLICY_NUMBER, DefectCode.DUPLICATE_POLICY);
    }

    PolicyFile file =
        findings.hasErrors() || applicationNumber == null
            ? null
            : new PolicyFile(
                applicationNumber,
                policyNumber,
                Objects.requireNonNullElse(insurer, ""),
                Objects.requireNonNullElse(product, ""),
                startOn,
                endOn,
                sumInsured,
                premium,
                applicant.facts(),
                insuredFacts(applicant, insured),
                policy.optional(Field.INSURED_RELATION),
                beneficiaries,
                bankAccount,
                policy.optional(Field.HEALTH_NOTE),
                employeeNumber,
                row.number());
    return new IntakeRow(row.number(), printable(row, columns), file, findings.list());
  }

  /** 本人: what repeats the applicant is not reported twice, what is left out is the applicant's. */
  private Party insured(Cells cells, Findings findings, Party applicant) {
    Optional<String> relation = cells.require(Field.INSURED_RELATION, findings);
    boolean self = relation.filter(Relations::isSelf).isPresent();
    Findings own = new Findings(cells.columns());
    Party insured = new PartyReader(PartyFields.INSURED, cells, own, numbers, today).read();
    SelfRow repeated = new SelfRow(cells);
    own.list().stream()
        .filter(defect -> !self || !repeated.explains(defect))
        .forEach(defect -> findings.add(defect.column(), defect.code()));
    boolean contradicts =
        self
            ? insured.otherDocument(applicant) || otherName(insured, applicant)
            : relation.isPresent() && insured.sameDocument(applicant);
    if (contradicts) {
      findings.add(Field.INSURED_RELATION, DefectCode.RELATION_MISMATCH);
    }
    return self && !contradicts ? insured.completedBy(applicant) : insured;
  }

  private static boolean otherName(Party insured, Party applicant) {
    return insured.name() != null
        && applicant.name() != null
        && !insured.name().equals(applicant.name());
  }

  private static PersonFacts insuredFacts(Party applicant, Party insured) {
    return insured.sameDocument(applicant) && !otherName(insured, applicant)
        ? applicant.facts()
        : insured.facts();
  }

  private static String key(Party person) {
    return person.idNumber() != null
        ? person.idNumber()
        : Objects.requireNonNullElse(person.name(), "");
  }

  /** An application number as reports may print it: never something that could name a person. */
  private String printable(RawRow row, Columns columns) {
    String number = Normalisation.text(columns.cell(row, Field.APPLICATION_NUMBER));
    boolean plain = PLAIN.matcher(number).matches() && !MOBILE.matcher(number).matches();
    return plain && !isIdentity(number) ? number : "";
  }

  private boolean isIdentity(String number) {
    if (number.length() != 15 && number.length() != 18) {
      return false;
    }
    var defects = ResidentIdentityNumber.check(number, null, null, today).defects();
    return !defects.contains(DefectCode.ID_FORMAT)
        && !defects.contains(DefectCode.ID_REGION)
        && !defects.contains(DefectCode.ID_BIRTHDATE);
  }
}
