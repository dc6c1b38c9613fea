package org.shouxin.consent.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.Category;
import org.shouxin.consent.purpose.Language;
import org.shouxin.consent.purpose.Words;
import org.shouxin.consent.recipient.Recipient;

/**
 * The register as a document that a regulator reads: Markdown, one section an activity, drafts and
 * rejected ones marked (PIPL 54 to 56).
 */
final class RegisterDocument {
  private final Language language;

  RegisterDocument(Language language) {
    this.language = language;
  }

  String write(
      String processor, LocalDate day, List<Activity> activities, List<Recipient> recipients) {
    StringBuilder text =
        new StringBuilder("# ")
            .append(say("个人信息处理活动记录", "Register of personal information processing activities"))
            .append("\n\n")
            .append(say("处理者：", "Processor: "))
            .append(processor)
            .append(say("　截至：", " · As of: "))
            .append(day)
            .append("\n\n")
            .append(
                say(
                    "依据：个人信息保护法第五十一条、第五十四条至第五十六条；影响评估报告和处理情况记录至少保存三年",
                    "Basis: PIPL 51, 54 to 56; impact assessments and handling records are kept at least three years"))
            .append('\n');
    activities.forEach(activity -> section(text, activity, recipients));
    return text.toString();
  }

  private void section(StringBuilder text, Activity a, List<Recipient> recipients) {
    text.append("\n## ")
        .append(a.code())
        .append(' ')
        .append(say(a.nameZh(), a.nameEn()))
        .append(say("（第 ", " (version "))
        .append(a.version())
        .append(say(" 版，", ", "))
        .append(status(a.status()))
        .append(say("）", ")"))
        .append("\n\n| ")
        .append(say("项目 | 内容", "Item | Content"))
        .append(" |\n|---|---|\n");
    row(text, "目的", "Purpose", say(a.wordsZh(), a.wordsEn()));
    row(text, "方式", "Method", say(a.methodZh(), a.methodEn()));
    row(text, "合法性基础", "Legal basis", a.article());
    row(text, "信息种类", "Categories of data", categories(a.categories()));
    row(text, "主体", "Subjects", list(a.subjects()));
    row(text, "使用岗位", "Roles", list(a.roles()));
    row(text, "系统", "Systems", list(a.systems()));
    row(text, "接收方", "Recipients", receivers(a.code(), recipients));
    row(
        text,
        "保存期限",
        "Retention",
        a.retentionClass() + " " + say(a.retentionZh(), a.retentionEn()));
    row(text, "出境", "Transfer abroad", yes(a.crossBorder()));
    row(text, "自动化决策", "Automated decisions", yes(a.automatedDecision()));
    row(text, "影响评估触发", "Assessment demanded by", triggers(a.pipiaTriggers()));
    row(text, "影响评估", "Impact assessment", assessment(a));
    row(text, "生效日", "In force from", a.validFrom().toString());
    row(text, "提出 / 审核", "Proposed / reviewed by", a.proposedBy() + " / " + said(a.decidedBy()));
    row(text, "审核意见", "Opinion", said(a.opinion()));
    LocalDate next = a.nextReviewOn();
    row(text, "下次复核", "Next review", said(next == null ? null : next.toString()));
  }

  private String categories(List<String> codes) {
    return list(codes.stream().map(code -> Category.valueOf(code).words().in(language)).toList());
  }

  private String triggers(List<String> codes) {
    return codes.isEmpty()
        ? say("无", "none")
        : list(codes.stream().map(code -> Trigger.valueOf(code).words().in(language)).toList());
  }

  private static String assessment(Activity a) {
    LocalDate completed = a.pipiaCompletedOn();
    return said(a.pipiaReference()) + (completed == null ? "" : " · " + completed);
  }

  private String receivers(String code, List<Recipient> recipients) {
    String named =
        recipients.stream()
            .filter(recipient -> recipient.agreement().purposes().contains(code))
            .map(r ->
                say(
                    r.name()
                        + "（协议 "
                        + r.agreement().reference()
                        + "，"
                        + r.pipia().reference()
                        + "）",
                    r.name()
                        + " (agreement "
                        + r.agreement().reference()
                        + ", "
                        + r.pipia().reference()
                        + ")"))
            .collect(Collectors.joining(say("、", ", ")));
    return named.isEmpty() ? say("无", "none") : named;
  }

  private String status(String status) {
    return switch (status) {
      case "APPROVED" -> say("已批准", "approved");
      case "DRAFT" -> say("待审核，不得使用", "draft, not to be used");
      default -> say("已否决", "rejected");
    };
  }

  private String yes(boolean is) {
    return is ? say("是", "yes") : say("否", "no");
  }

  private String list(List<String> entries) {
    return String.join(say("、", ", "), entries);
  }

  private String say(String zh, String en) {
    return new Words(zh, en).in(language);
  }

  private static String said(@Nullable String text) {
    return text == null || text.isBlank() ? "—" : text;
  }

  private void row(StringBuilder text, String zh, String en, String value) {
    text.append("| ")
        .append(say(zh, en))
        .append(" | ")
        .append(value.replace("|", "\\|").replace("\n", " "))
        .append(" |\n");
  }
}
