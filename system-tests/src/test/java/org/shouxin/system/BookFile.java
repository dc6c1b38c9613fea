package org.shouxin.system;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A book of business as CSV, to be bent by tests. */
final class BookFile {
  static final List<String> COLUMNS =
      List.of(
          "投保单号,保单号,保险公司,险种,保险金额,保险费,起保日期,终止日期,投保人姓名,投保人性别,投保人出生日期,投保人证件类型,投保人证件号码,投保人证件有效期至,投保人手机,投保人邮箱,投保人地址,投保人职业,被保险人姓名,与投保人关系,被保险人性别,被保险人出生日期,被保险人证件类型,被保险人证件号码,被保险人手机,受益人姓名,受益人与被保险人关系,受益比例,银行账号,业务员工号,备注"
              .split(","));

  private final List<List<String>> rows = new ArrayList<>();

  BookFile() {
    rows.add(COLUMNS);
  }

  /** A row that breaks no rule. */
  BookFile good(PlantedPerson person) {
    rows.add(person.row());
    return this;
  }

  /** A row whose last cells are missing. */
  BookFile narrow(PlantedPerson person) {
    rows.add(person.row().subList(0, COLUMNS.size() - 4));
    return this;
  }

  /** A row with a cell changed. */
  BookFile with(PlantedPerson person, String column, String value) {
    return with(person, Map.of(column, value));
  }

  /** A row with several cells changed. */
  BookFile with(PlantedPerson person, Map<String, String> changed) {
    List<String> row = person.row();
    changed.forEach((column, value) -> row.set(COLUMNS.indexOf(column), value));
    rows.add(row);
    return this;
  }

  /** The same book without a column. */
  BookFile without(String column) {
    BookFile narrower = new BookFile();
    narrower.rows.clear();
    int place = rows.getFirst().indexOf(column);
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>(row);
      cells.remove(place);
      narrower.rows.add(cells);
    }
    return narrower;
  }

  byte[] bytes(Charset charset) {
    return rows.stream()
        .map(row -> String.join(",", row))
        .collect(Collectors.joining("\n", "", "\n"))
        .getBytes(charset);
  }
}
