package org.shouxin.records.intake.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.shouxin.records.intake.row.Field;
import org.shouxin.records.intake.sample.SamplePeople.Person;

/** Writes policies of made-up people in the many hands of real exports. */
final class SampleWriter {
  private static final List<String> INSURERS =
      List.of("晨光人寿保险股份有限公司", "恒安健康保险股份有限公司", "长河财产保险股份有限公司", "四海人寿保险有限公司");
  private static final List<String> PRODUCTS =
      List.of("终身寿险", "年金保险", "重大疾病保险", "百万医疗保险", "家庭财产保险", "两全保险");
  private static final List<String> OCCUPATIONS = List.of("教师", "会计", "工程师", "个体经营", "退休", "司机");
  private static final List<DateTimeFormatter> FORMS =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.BASIC_ISO_DATE,
          DateTimeFormatter.ofPattern("yyyy/M/d"),
          DateTimeFormatter.ofPattern("yyyy年M月d日"),
          DateTimeFormatter.ofPattern("yyyy.MM.dd"));
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

  private final Random random;
  private final SamplePeople people;

  SampleWriter(Random random, SamplePeople people) {
    this.random = random;
    this.people = people;
  }

  SampleRow write(int index, Person applicant) {
    SampleRow row = new SampleRow();
    LocalDate start = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(700));
    row.set(Field.APPLICATION_NUMBER, "SB07%08d".formatted(index));
    row.set(Field.POLICY_NUMBER, "SP%d%08d".formatted(start.getYear(), index));
    row.set(Field.INSURER, people.pick(INSURERS));
    row.set(Field.PRODUCT, people.pick(PRODUCTS));
    row.set(Field.SUM_INSURED, people.pick(List.of("50000", "100000", "200000")));
    row.set(Field.PREMIUM, BigDecimal.valueOf(50_000 + random.nextInt(2_000_000), 2).toString());
    row.set(Field.START_ON, date(start));
    row.set(Field.END_ON, date(start.plusYears(1 + random.nextInt(20)).minusDays(1)));
    writeApplicant(row, applicant);
    writeInsured(row, applicant);
    boolean heirs = random.nextInt(5) == 0;
    row.set(Field.BENEFICIARY_NAME, heirs ? "法定" : people.name());
    row.set(Field.BENEFICIARY_RELATION, people.pick(List.of("配偶", "子女")));
    row.set(Field.BENEFICIARY_SHARE, "100%");
    row.set(Field.BANK_ACCOUNT, card());
    row.set(Field.EMPLOYEE_NUMBER, Integer.toString(1004 + random.nextInt(36)));
    return row;
  }

  /** A day in one of the forms people use; now and then an Excel serial number. */
  String date(LocalDate day) {
    return random.nextInt(9) == 0
        ? Long.toString(ChronoUnit.DAYS.between(SERIAL_ZERO, day))
        : day.format(people.pick(FORMS));
  }

  private void writeApplicant(SampleRow row, Person person) {
    row.set(
        Field.APPLICANT_NAME, random.nextInt(40) == 0 ? " " + person.name() + "　" : person.name());
    row.set(Field.APPLICANT_GENDER, person.male() ? "男" : "女");
    row.set(Field.APPLICANT_BIRTH_DATE, date(person.born()));
    row.set(Field.APPLICANT_ID_TYPE, "居民身份证");
    row.set(Field.APPLICANT_ID_NUMBER, number(person.idNumber()));
    row.set(
        Field.APPLICANT_ID_VALID_UNTIL,
        random.nextInt(4) == 0 ? "长期" : date(LocalDate.of(2036, 1 + random.nextInt(12), 1)));
    row.set(Field.APPLICANT_MOBILE, mobile(person.mobile()));
    row.set(
        Field.APPLICANT_EMAIL,
        random.nextBoolean() ? "" : "user" + random.nextInt(90_000) + "@example.com");
    row.set(
        Field.APPLICANT_ADDRESS,
        random.nextInt(50) == 0
            ? person.address() + "\n（收件人：" + person.name() + "）"
            : person.address());
    row.set(Field.APPLICANT_OCCUPATION, people.pick(OCCUPATIONS));
  }

  private void writeInsured(SampleRow row, Person applicant) {
    String relation = people.pick(List.of("本人", "本人", "本人", "子女", "配偶", "父母"));
    row.set(Field.INSURED_RELATION, relation);
    if (relation.equals("本人")) {
      row.repeatApplicant();
      return;
    }
    Person insured =
        relation.equals("子女") ? people.child().withAddress(applicant.address()) : people.adult();
    row.set(Field.INSURED_NAME, insured.name());
    row.set(Field.INSURED_GENDER, insured.male() ? "男" : "女");
    row.set(Field.INSURED_BIRTH_DATE, date(insured.born()));
    row.set(Field.INSURED_ID_TYPE, "居民身份证");
    row.set(Field.INSURED_ID_NUMBER, number(insured.idNumber()));
    row.set(Field.INSURED_MOBILE, relation.equals("子女") ? "" : mobile(insured.mobile()));
  }

  private String number(String idNumber) {
    return switch (random.nextInt(14)) {
      case 0 -> "'" + idNumber;
      case 1 ->
          idNumber.substring(0, 6) + " " + idNumber.substring(6, 14) + " " + idNumber.substring(14);
      case 2 -> wide(idNumber);
      case 3 -> idNumber.replace('X', 'x');
      default -> idNumber;
    };
  }

  private String mobile(String number) {
    return switch (random.nextInt(14)) {
      case 0 ->
          "+86 "
              + number.substring(0, 3)
              + "-"
              + number.substring(3, 7)
              + "-"
              + number.substring(7);
      case 1 -> number + "\t";
      default -> number;
    };
  }

  private static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
    return wide.toString();
  }

  private String card() {
    StringBuilder digits = new StringBuilder("622");
    while (digits.length() < 18) {
      digits.append(random.nextInt(10));
    }
    int sum = 0;
    for (int i = 0; i < 18; i++) {
      int digit = digits.charAt(17 - i) - '0';
      int weighted = i % 2 == 0 ? 2 * digit : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return digits.append((10 - sum % 10) % 10).toString();
  }
}
