package org.shouxin.records.intake.sample;

import java.time.LocalDate;
import java.util.List;
import org.shouxin.records.intake.row.Field;
import org.shouxin.records.intake.sample.SamplePeople.Person;
import org.shouxin.records.quality.DefectCode;
import org.shouxin.records.quality.ResidentIdentityNumber;

/**
 * Plants one fault into a good row. Independent of the validators: it breaks values, they find it.
 */
final class SampleFaults {
  static final List<DefectCode> PLANTED =
      List.of(
          DefectCode.KEY_FIELD_MISSING,
          DefectCode.ID_FORMAT,
          DefectCode.ID_BIRTHDATE,
          DefectCode.ID_CHECKSUM,
          DefectCode.ID_GENDER_MISMATCH,
          DefectCode.ID_DOB_MISMATCH,
          DefectCode.ID_15_OBSOLETE,
          DefectCode.ID_EXPIRED,
          DefectCode.ID_TYPE_MISMATCH,
          DefectCode.MOBILE_FORMAT,
          DefectCode.PHONE_DUMMY,
          DefectCode.PHONE_IS_STAFF,
          DefectCode.PHONE_SHARED,
          DefectCode.CARD_LUHN,
          DefectCode.POLICY_PERIOD,
          DefectCode.BENEFICIARY_SHARE,
          DefectCode.DUPLICATE_POLICY,
          DefectCode.NAME_FORMAT,
          DefectCode.DATE_FORMAT,
          DefectCode.EMAIL_FORMAT);

  private final SamplePeople people;
  private final SampleWriter writer;
  private final List<String> staff;
  private final String shared;

  SampleFaults(SamplePeople people, SampleWriter writer, List<String> staff) {
    this.people = people;
    this.writer = writer;
    this.staff = staff;
    this.shared = people.mobile();
  }

  /**
   * @param earlier a row written before, for repeated policy numbers
   */
  void plant(SampleRow row, Person who, DefectCode code, SampleRow earlier) {
    String number = who.idNumber();
    switch (code) {
      case KEY_FIELD_MISSING ->
          row.set(
              people.pick(
                  List.of(
                      Field.APPLICANT_NAME,
                      Field.APPLICANT_GENDER,
                      Field.APPLICANT_BIRTH_DATE,
                      Field.APPLICANT_ID_NUMBER,
                      Field.APPLICANT_MOBILE)),
              people.pick(List.of("", "/", "-", "N/A")));
      case ID_FORMAT ->
          row.set(
              Field.APPLICANT_ID_NUMBER,
              people.pick(
                  List.of(
                      number.substring(0, 17),
                      number + "0",
                      number.charAt(0) + "." + number.substring(1, 6) + "E+17",
                      number.substring(0, 8) + "O" + number.substring(9))));
      case ID_BIRTHDATE -> row.set(Field.APPLICANT_ID_NUMBER, impossibleDay(number));
      case ID_CHECKSUM ->
          row.set(
              Field.APPLICANT_ID_NUMBER,
              number.substring(0, 17) + (number.charAt(17) == '7' ? '8' : '7'));
      case ID_GENDER_MISMATCH -> row.set(Field.APPLICANT_GENDER, who.male() ? "女" : "男");
      case ID_DOB_MISMATCH ->
          row.set(Field.APPLICANT_BIRTH_DATE, writer.date(who.born().minusMonths(1)));
      case ID_15_OBSOLETE ->
          row.set(Field.APPLICANT_ID_NUMBER, number.substring(0, 6) + number.substring(8, 17));
      case ID_EXPIRED ->
          row.set(Field.APPLICANT_ID_VALID_UNTIL, writer.date(LocalDate.of(2023, 5, 1)));
      case ID_TYPE_MISMATCH ->
          row.set(
              Field.APPLICANT_ID_NUMBER,
              ResidentIdentityNumber.make("810000", who.born(), who.male() ? 1 : 2));
      case MOBILE_FORMAT ->
          row.set(
              Field.APPLICANT_MOBILE,
              people.pick(List.of("12" + who.mobile().substring(2), "021-5888", "1990013", "无")));
      case PHONE_DUMMY ->
          row.set(Field.APPLICANT_MOBILE, people.pick(List.of("13711111111", "13912345678")));
      case PHONE_IS_STAFF -> row.set(Field.APPLICANT_MOBILE, people.pick(staff));
      case PHONE_SHARED -> row.set(Field.APPLICANT_MOBILE, shared);
      case CARD_LUHN -> {
        String card = row.get(Field.BANK_ACCOUNT);
        int last = (card.charAt(18) - '0' + 3) % 10;
        row.set(Field.BANK_ACCOUNT, card.substring(0, 18) + last);
      }
      case POLICY_PERIOD -> {
        row.set(Field.START_ON, "2025-06-01");
        row.set(Field.END_ON, "2024-06-01");
      }
      case BENEFICIARY_SHARE -> {
        row.set(Field.BENEFICIARY_NAME, people.name() + "/" + people.name());
        row.set(Field.BENEFICIARY_RELATION, "子女/配偶");
        row.set(Field.BENEFICIARY_SHARE, people.pick(List.of("50%/40%", "60/60", "0.3/0.3")));
      }
      case DUPLICATE_POLICY -> row.set(Field.POLICY_NUMBER, earlier.get(Field.POLICY_NUMBER));
      case NAME_FORMAT -> row.set(Field.APPLICANT_NAME, who.name() + "2");
      case DATE_FORMAT -> row.set(Field.START_ON, "2024-02-30");
      case EMAIL_FORMAT -> row.set(Field.APPLICANT_EMAIL, "user@@example.com");
      default -> throw new IllegalArgumentException(code.name());
    }
    if (row.isSelf()) {
      row.repeatApplicant();
    }
  }

  /** 30 February with a right check character. */
  private static String impossibleDay(String number) {
    String first = number.substring(0, 10) + "0230" + number.substring(14, 17);
    int sum = 0;
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    for (int i = 0; i < 17; i++) {
      sum += weights[i] * (first.charAt(i) - '0');
    }
    return first + "10X98765432".charAt(sum % 11);
  }
}
