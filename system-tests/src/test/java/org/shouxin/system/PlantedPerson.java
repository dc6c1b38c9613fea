package org.shouxin.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A made-up person whose values can be looked for anywhere: valid by every rule, and in no other
 * data.
 *
 * @param index tells one from another, 0 to 499
 */
record PlantedPerson(int index) {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_DIGITS = "10X98765432";
  private static final List<String> GIVEN_NAMES =
      List.of("云帆", "沐阳", "知遥", "若溪", "景行", "书珩", "望舒", "清越", "怀瑾", "星野");

  String name() {
    return "司徒" + GIVEN_NAMES.get(index % GIVEN_NAMES.size());
  }

  /** Resident identity number (GB 11643) of a man born on 1988-08-08 in Hangzhou. */
  String idNumber() {
    String body = "33010619880808" + "%03d".formatted(index * 2 + 1);
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      sum += (body.charAt(i) - '0') * WEIGHTS[i];
    }
    return body + CHECK_DIGITS.charAt(sum % 11);
  }

  String mobile() {
    return "1395719%04d".formatted(2460 + index * 7);
  }

  String applicationNumber() {
    return "TS2026%06d".formatted(index);
  }

  String policyNumber() {
    return "PT2026%08d".formatted(73_510_000 + index);
  }

  String address() {
    return "浙江省杭州市西湖区文三路" + (478 + index) + "号3幢201室";
  }

  /** The cells of a book row: applicant and insured are this person. */
  List<String> row() {
    return new ArrayList<>(
        List.of(
            applicationNumber(),
            policyNumber(),
            "平和人寿保险有限公司",
            "两全保险",
            "300000",
            "2866.00",
            "2024-03-06",
            "2044-03-05",
            name(),
            "男",
            "1988-08-08",
            "居民身份证",
            idNumber(),
            "2035-01-01",
            mobile(),
            "",
            address(),
            "会计师",
            name(),
            "本人",
            "男",
            "1988-08-08",
            "居民身份证",
            idNumber(),
            mobile(),
            "",
            "",
            "",
            "",
            "1024",
            ""));
  }

  /** What a partner could look her up by. */
  Map<String, String> factors() {
    return Map.of("name", name(), "idNumber", idNumber());
  }

  /** Everything that must never be found in plain text. */
  List<String> secrets() {
    return List.of(idNumber(), mobile(), name(), address());
  }
}
