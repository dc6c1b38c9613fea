package org.shouxin.records.export.watermark;

import java.util.List;

/** One line of an exported sheet, as the exporting person may see it: masked. */
public record ExportRow(
    String reference,
    String name,
    String idNumber,
    String mobile,
    String address,
    String policyNumber,
    String product,
    String startsAt,
    String endsAt,
    String premium) {

  /** The columns in Chinese and English, in the order of {@link #cells}. */
  public static final List<String> HEADER =
      List.of(
          "\u5ba2\u6237\u7f16\u53f7 reference",
          "\u59d3\u540d name",
          "\u8bc1\u4ef6\u53f7\u7801 idNumber",
          "\u624b\u673a mobile",
          "\u5730\u5740 address",
          "\u4fdd\u5355\u53f7 policyNumber",
          "\u9669\u79cd product",
          "\u4fdd\u9669\u8d77\u671f startsAt",
          "\u4fdd\u9669\u6b62\u671f endsAt",
          "\u4fdd\u8d39 premium");

  public List<String> cells() {
    return List.of(
        reference,
        name,
        idNumber,
        mobile,
        address,
        policyNumber,
        product,
        startsAt,
        endsAt,
        premium);
  }

  static ExportRow of(List<String> cells) {
    return new ExportRow(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        cells.get(3),
        cells.get(4),
        cells.get(5),
        cells.get(6),
        cells.get(7),
        cells.get(8),
        cells.get(9));
  }

  @Override
  public String toString() {
    return "ExportRow[redacted]";
  }
}
