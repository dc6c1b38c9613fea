package org.shouxin.records.intake.row;

import java.util.Optional;
import java.util.function.Predicate;
import org.shouxin.records.quality.DefectCode;

/**
 * What is known about telephone numbers beyond their form: whose they are, and who shares them. A
 * number that is made up or of our staff is explained by that, and is not reported as shared.
 */
final class ReportedNumbers {
  private final Predicate<String> staff;
  private final Predicate<String> shared;

  /**
   * @param staff true for a number of staff or agents
   * @param shared true for a number that several unrelated customers of the file use
   */
  ReportedNumbers(Predicate<String> staff, Predicate<String> shared) {
    this.staff = staff;
    this.shared = shared;
  }

  Optional<DefectCode> judge(String number, boolean dummy) {
    if (staff.test(number)) {
      return Optional.of(DefectCode.PHONE_IS_STAFF);
    }
    return !dummy && shared.test(number) ? Optional.of(DefectCode.PHONE_SHARED) : Optional.empty();
  }
}
