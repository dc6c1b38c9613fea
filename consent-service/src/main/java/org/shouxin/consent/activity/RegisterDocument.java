package org.shouxin.consent.activity;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.recipient.Recipient;

/**
 * The register as a document that a regulator reads: Markdown in zh-CN, one section an activity.
 */
final class RegisterDocument {
  private RegisterDocument() {}

  static String write(
      String controller, LocalDate day, List<Activity> activities, List<Recipient> recipients) {
    StringBuilder text =
        new StringBuilder("# 个人信息处理活动记录\n\n处理者：")
            .append(controller)
            .append("　截至：")
            .append(day)
            .append("\n\n依据：个人信息保护法第五十一条、第五十四条至第五十六条\n");
    for (Activity activity : activities) {
      section(text, activity, recipients);
    }
    return text.toString();
  }

  private static void section(StringBuilder text, Activity a, List<Recipient> recipients) {
    text.append("\n## ")
        .append(a.code())
        .append(' ')
        .append(a.nameZh())
        .append("（第 ")
        .append(a.version())
        .append(" 版，")
        .append(status(a.status()))
        .append("）\n\n| 项目 | 内容 |\n|---|---|\n");
    row(text, "目的", a.wordsZh());
    row(text, "方式", a.methodZh());
    row(text, "合法性基础", a.article());
    row(text, "信息种类", String.join("、", a.categories()));
    row(text, "主体", String.join("、", a.subjects()));
    row(text, "使用岗位", String.join("、", a.roles()));
    row(text, "系统", String.join("、", a.systems()));
    row(text, "接收方", receivers(a.code(), recipients));
    row(text, "保存期限", a.retentionClass() + " " + a.retentionZh());
    row(text, "出境", a.crossBorder() ? "是" : "否");
    row(text, "自动化决策", a.automatedDecision() ? "是" : "否");
    row(text, "影响评估触发", a.pipiaTriggers().isEmpty() ? "无" : String.join("、", a.pipiaTriggers()));
    row(text, "影响评估", said(a.pipiaReference()));
    row(text, "生效日", a.validFrom().toString());
    row(text, "提出 / 审核", a.proposedBy() + " / " + said(a.decidedBy()));
    row(text, "审核意见", said(a.opinion()));
  }

  private static String receivers(String code, List<Recipient> recipients) {
    List<String> names =
        recipients.stream()
            .filter(recipient -> recipient.agreement().purposes().contains(code))
            .map(r ->
                r.name() + "（协议 " + r.agreement().reference() + "，" + r.pipia().reference() + "）")
            .toList();
    return names.isEmpty() ? "无" : String.join("、", names);
  }

  private static String status(String status) {
    return switch (status) {
      case "APPROVED" -> "已批准";
      case "DRAFT" -> "待审核，不得使用";
      default -> "已否决";
    };
  }

  private static String said(@Nullable String text) {
    return text == null || text.isBlank() ? "—" : text;
  }

  private static void row(StringBuilder text, String name, String value) {
    text.append("| ")
        .append(name)
        .append(" | ")
        .append(value.replace("|", "\\|").replace("\n", " "))
        .append(" |\n");
  }
}
