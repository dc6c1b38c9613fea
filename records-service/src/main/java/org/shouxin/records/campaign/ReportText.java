package org.shouxin.records.campaign;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.Map;

/** The report as a table, and as a letter in Chinese or English. */
final class ReportText {
  private static final Map<String, String> CHINESE =
      Map.of(
          "OPEN", "未办结",
          "CORRECTED", "已更正",
          "CONFIRMED_OK", "确认无误",
          "UNREACHABLE", "无法联系",
          "REFUSED", "客户拒绝");

  private static final Map<String, String> ENGLISH =
      Map.of(
          "OPEN", "open",
          "CORRECTED", "corrected",
          "CONFIRMED_OK", "confirmed to be right",
          "UNREACHABLE", "unreachable",
          "REFUSED", "refused by the customer");

  private ReportText() {}

  static String csv(CampaignReports.Report report) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord("reference", "item", "defects", "state", "evidence", "commission_held");
      report
          .lines()
          .forEach(line ->
              csv.writeRecord(
                  line.reference() == null ? "" : line.reference(),
                  line.itemId().toString(),
                  String.join(" ", line.defects()),
                  line.state(),
                  line.evidence() == null ? "" : line.evidence(),
                  Boolean.toString(line.commissionHeld())));
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** The covering letter. */
  static String letter(CampaignReports.Report report, boolean english) {
    StringBuilder text = new StringBuilder();
    if (english) {
      text.append("To ").append(report.insurer()).append(": answer to your letter ");
      text.append(report.letterReference()).append(" (due ").append(report.dueOn()).append(")\n");
      text.append("Policies in scope: ").append(report.policies());
      text.append("; without a defect: ").append(report.cleanPolicies()).append("\n");
    } else {
      text.append(report.insurer()).append("：\n现就贵司 ").append(report.letterReference());
      text.append(" 函（截止 ").append(report.dueOn()).append("）答复如下。\n");
      text.append("范围内保单 ").append(report.policies()).append(" 件，其中无缺陷 ");
      text.append(report.cleanPolicies()).append(" 件。\n");
    }
    report
        .outcomes()
        .forEach((state, count) ->
            text.append(english ? ENGLISH.get(state) : CHINESE.get(state))
                .append(english ? ": " : "：")
                .append(count)
                .append("\n"));
    return text.toString();
  }
}
