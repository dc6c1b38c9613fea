package org.shouxin.records.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.problem.Problem;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.access.StaffRoster;
import org.shouxin.records.customer.Fact;
import org.shouxin.records.customer.entry.FactRules;
import org.shouxin.records.quality.DefectCode;
import org.shouxin.records.quality.Gender;
import org.shouxin.records.quality.IdType;
import org.shouxin.records.quality.Severity;
import org.shouxin.records.quality.Verdict;
import org.shouxin.records.vault.BlindIndexes;
import org.shouxin.records.vault.IndexKind;

/** A corrected value meets the same rules as a new one (DR-01 to DR-06). */
@ApplicationScoped
class ProposedValue {
  private final Database database;
  private final StaffRoster staff;
  private final BlindIndexes indexes;
  private final Clock clock;

  ProposedValue(Database database, StaffRoster staff, BlindIndexes indexes, Clock clock) {
    this.database = database;
    this.staff = staff;
    this.indexes = indexes;
    this.clock = clock;
  }

  /**
   * The normalised value.
   *
   * @throws ProblemException {@code VALUE_INVALID} with every DR code
   */
  String require(Fact fact, String raw, PersonalFile file) {
    LocalDate today = BusinessTime.today(clock);
    FactRules.Beside beside =
        new FactRules.Beside(
            file.said(Fact.ID_TYPE).map(IdType::valueOf).orElse(null),
            file.said(Fact.GENDER).flatMap(Gender::find).orElse(null),
            file.said(Fact.BIRTH_DATE).map(LocalDate::parse).orElse(null));
    Verdict verdict = FactRules.check(fact, raw, beside, today);
    if (!verdict.accepted()) {
      throw invalid(
          verdict.defects().stream().filter(code -> code.severity() == Severity.E).toList());
    }
    if (fact == Fact.MOBILE && isStaff(file.customer().controller(), verdict.value())) {
      throw invalid(List.of(DefectCode.PHONE_IS_STAFF));
    }
    return verdict.value();
  }

  private boolean isStaff(ControllerId controller, String mobile) {
    Set<ByteBuffer> known =
        database.read(controller, handle -> staff.mobileIndexes(handle, controller));
    return indexes.of(controller).every(IndexKind.MOBILE, mobile).stream()
        .map(ByteBuffer::wrap)
        .anyMatch(known::contains);
  }

  private static ProblemException invalid(List<DefectCode> codes) {
    return new ProblemException(
        ProblemCode.VALUE_INVALID,
        null,
        codes.stream()
            .map(code -> new Problem.Fault("value", code.name(), code.remedy()))
            .toList());
  }
}
