package org.shouxin.records.intake.sample;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shouxin.records.intake.row.Field;

/**
 * One line of the sample while it is being made: the cells by field, in the book's column order.
 */
final class SampleRow {
  static final List<Field> COLUMNS =
      List.of(
          Field.APPLICATION_NUMBER,
          Field.POLICY_NUMBER,
          Field.INSURER,
          Field.PRODUCT,
          Field.SUM_INSURED,
          Field.PREMIUM,
          Field.START_ON,
          Field.END_ON,
          Field.APPLICANT_NAME,
          Field.APPLICANT_GENDER,
          Field.APPLICANT_BIRTH_DATE,
          Field.APPLICANT_ID_TYPE,
          Field.APPLICANT_ID_NUMBER,
          Field.APPLICANT_ID_VALID_UNTIL,
          Field.APPLICANT_MOBILE,
          Field.APPLICANT_EMAIL,
          Field.APPLICANT_ADDRESS,
          Field.APPLICANT_OCCUPATION,
          Field.INSURED_NAME,
          Field.INSURED_RELATION,
          Field.INSURED_GENDER,
          Field.INSURED_BIRTH_DATE,
          Field.INSURED_ID_TYPE,
          Field.INSURED_ID_NUMBER,
          Field.INSURED_MOBILE,
          Field.BENEFICIARY_NAME,
          Field.BENEFICIARY_RELATION,
          Field.BENEFICIARY_SHARE,
          Field.BANK_ACCOUNT,
          Field.EMPLOYEE_NUMBER,
          Field.REMARK);

  private static final Map<Field, Field> REPEATED =
      Map.of(
          Field.APPLICANT_NAME, Field.INSURED_NAME,
          Field.APPLICANT_GENDER, Field.INSURED_GENDER,
          Field.APPLICANT_BIRTH_DATE, Field.INSURED_BIRTH_DATE,
          Field.APPLICANT_ID_TYPE, Field.INSURED_ID_TYPE,
          Field.APPLICANT_ID_NUMBER, Field.INSURED_ID_NUMBER,
          Field.APPLICANT_MOBILE, Field.INSURED_MOBILE);

  private final Map<Field, String> cells = new EnumMap<>(Field.class);

  String get(Field field) {
    return cells.getOrDefault(field, "");
  }

  void set(Field field, String text) {
    cells.put(field, text);
  }

  boolean isSelf() {
    return get(Field.INSURED_RELATION).equals("本人");
  }

  /** 本人 rows say everything twice. */
  void repeatApplicant() {
    REPEATED.forEach((first, second) -> set(second, get(first)));
  }

  List<String> cells() {
    return COLUMNS.stream().map(this::get).toList();
  }
}
