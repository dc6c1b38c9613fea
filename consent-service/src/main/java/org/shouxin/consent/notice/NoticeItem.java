package org.shouxin.consent.notice;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.Language;
import org.shouxin.consent.purpose.Words;
import org.shouxin.consent.recipient.Uscc;

/** The publishing gate (DR-11): the nineteen items, each with its law and its test. */
enum NoticeItem {
  N_01(
      "PIPL 17(1)",
      new Words("个人信息处理者", "Who we are"),
      new Words("处理者全称、有效的统一社会信用代码和联系方式", "full name, valid USCC and contact of the processor"),
      (text, known) -> {
        var processor = text.processor();
        return processor != null
            && said(processor.name(), processor.contact(), processor.uscc())
            && Uscc.fault(String.valueOf(processor.uscc())).isEmpty();
      }),
  N_02(
      "PIPL 52",
      new Words("个人信息保护负责人", "Personal information protection officer"),
      new Words("个人信息保护联系人及联系方式", "name and contact for personal information matters"),
      (text, known) -> {
        var officer = text.officer();
        return officer != null && said(officer.name(), officer.contact());
      }),
  N_03(
      "PIPL 17(2)",
      new Words("处理目的", "Purposes"),
      new Words("每个目的的通俗说明和已批准的目的代码", "each purpose in plain words with an approved code"),
      (text, known) ->
          eachActivity(
              text,
              a -> said(a.words(), a.purpose()) && known.contains(String.valueOf(a.purpose())))),
  N_04(
      "PIPL 17(2), 24",
      new Words("处理方式", "Methods"),
      new Words("每个目的的处理方式和是否自动化决策", "the method of each purpose, automated decision yes or no"),
      (text, known) -> eachActivity(text, a -> said(a.method()) && a.automatedDecision() != null)),
  N_05(
      "PIPL 17(2); Net. data regs 21",
      new Words("个人信息种类清单", "Categories of data, as a list"),
      new Words("每个目的的信息种类清单", "a list of categories for each purpose"),
      (text, known) -> eachActivity(text, a -> listed(a.categories()))),
  N_06(
      "PIPL 17(2); Net. data regs 21(3)",
      new Words("保存期限", "Retention"),
      new Words("每个目的的保存期限及到期后的处理", "retention of each purpose and what happens after"),
      (text, known) -> eachActivity(text, a -> said(a.retention(), a.afterRetention()))),
  N_07(
      "PIPL 23; Net. data regs 21",
      new Words("接收方清单", "Recipients, as a list"),
      new Words(
          "接收方的名称、联系方式、目的、方式和种类",
          "name, contact, purpose, method and categories of each recipient"),
      (text, known) -> {
        var recipients = text.recipients();
        return recipients != null
            && recipients.stream()
                .allMatch(r ->
                    said(r.name(), r.contact(), r.purpose(), r.method()) && listed(r.categories()));
      }),
  N_08(
      "GB/T 42574",
      new Words("受托处理者类型", "Types of entrusted processors"),
      new Words("受托处理者的类型", "types of entrusted processors"),
      (text, known) -> listed(text.entrustedProcessorTypes())),
  N_09(
      "PIPL 30; Net. data regs 21(2)",
      new Words("敏感个人信息", "Sensitive data"),
      new Words("处理敏感信息的必要性和影响", "necessity and impact of processing sensitive data"),
      (text, known) -> {
        var sensitive = text.sensitive();
        return sensitive != null && said(sensitive.necessity(), sensitive.impact());
      }),
  N_10(
      "PIPL 17(3); Net. data regs 21(4)",
      new Words("您的权利及行使方式", "Your rights and how to use them"),
      new Words(
          "查阅、复制、转移、更正、补充、删除、限制、注销、撤回的方式",
          "ways to access, copy, transfer, correct, supplement, delete, restrict, close, withdraw"),
      (text, known) -> {
        var r = text.rights();
        return r != null
            && said(r.access(), r.copy(), r.transfer(), r.correct(), r.supplement(), r.delete())
            && said(r.restrict(), r.closeAccount(), r.withdraw());
      }),
  N_11(
      "PIPL 50, 65; Net. data regs 20; broker rules 50(4)",
      new Words("投诉渠道", "Complaints"),
      new Words(
          "投诉渠道、72 小时答复承诺和主管部门", "complaint channel, the promise of 72 hours, and the authority"),
      (text, known) -> {
        var complaint = text.complaint();
        return complaint != null
            && said(complaint.channel(), complaint.authority())
            && String.valueOf(complaint.promise()).contains("72");
      }),
  N_12(
      "PIPL 31; Net. data regs 21",
      new Words("未成年人", "Minors"),
      new Words("未成年人个人信息处理规则的链接", "where the rules for minors are"),
      (text, known) -> said(text.minors())),
  N_13(
      "PIPL 39",
      new Words("跨境提供", "Transfer abroad"),
      new Words("不出境的声明或第三十九条要求的接收方信息", "none, or the receiver's data of article 39"),
      (text, known) -> said(text.crossBorder())),
  N_14(
      "PIPL 16",
      new Words("拒绝的后果", "If you refuse"),
      new Words("拒绝的后果以及仍可使用的服务", "consequences of refusal and what stays possible"),
      (text, known) -> {
        var refusal = text.refusal();
        return refusal != null && said(refusal.consequences(), refusal.remains());
      }),
  N_15(
      "PIPL 13",
      new Words("各目的的合法性基础", "Legal basis of each purpose"),
      new Words("每个目的的合法性基础", "basis of each purpose, consent or not"),
      (text, known) -> eachActivity(text, a -> said(a.basis()))),
  N_16(
      "PIPL 17, para 2-3",
      new Words("版本与变更", "Version and changes"),
      new Words("变更历史及告知方式", "change history and how changes are told"),
      (text, known) -> {
        var changes = text.changes();
        return changes != null && said(changes.history(), changes.told());
      }),
  N_17(
      "GB/T 35273; ISO/IEC TS 27560 storage_locations",
      new Words("存储地点", "Where data are kept"),
      new Words("存储地点", "storage place"),
      (text, known) -> said(text.storage())),
  N_18(
      "clarity",
      new Words("摘要与全文", "Summary and full text"),
      new Words(
          "不超过 1500 字的摘要和全文链接", "a summary within 1,500 Chinese characters, the full layer linked"),
      (text, known) ->
          said(text.title(), text.summary(), text.fullTextLink()) && summaryIsShort(text)),
  N_19(
      "broker rules 50",
      new Words("客户告知书", "Broker's customer notice"),
      new Words("客户告知书内容或链接", "the broker's customer notice or a link to it"),
      (text, known) -> said(text.brokerNotice()));

  private static final int LONGEST_CHINESE_SUMMARY = 1_500;
  private static final int LONGEST_ENGLISH_SUMMARY = 6_000;

  private final String source;
  private final Words heading;
  private final Words demand;
  private final BiPredicate<NoticeText, List<String>> holds;

  NoticeItem(
      String source, Words heading, Words demand, BiPredicate<NoticeText, List<String>> holds) {
    this.source = source;
    this.heading = heading;
    this.demand = demand;
    this.holds = holds;
  }

  /** The items that a text lacks, given the purpose codes that are approved. */
  static List<NoticeItem> missingFrom(NoticeText text, List<String> approvedPurposes) {
    return Stream.of(values()).filter(item -> !item.holds.test(text, approvedPurposes)).toList();
  }

  /** {@code N-01} to {@code N-19}. */
  String code() {
    return name().replace('_', '-');
  }

  Words heading() {
    return heading;
  }

  /** What the item demands and where the law says so. */
  String demand() {
    return demand.zh() + " / " + demand.en() + " (" + source + ")";
  }

  private static boolean said(@Nullable String... texts) {
    return Stream.of(texts).allMatch(text -> text != null && !text.isBlank());
  }

  private static boolean listed(@Nullable List<String> entries) {
    return entries != null && !entries.isEmpty() && entries.stream().allMatch(entry -> said(entry));
  }

  private static boolean eachActivity(NoticeText text, Predicate<NoticeText.Activity> holds) {
    var activities = text.activities();
    return activities != null && !activities.isEmpty() && activities.stream().allMatch(holds);
  }

  private static boolean summaryIsShort(NoticeText text) {
    int length =
        String.valueOf(text.summary()).codePointCount(0, String.valueOf(text.summary()).length());
    return length
        <= (text.language() == Language.ZH_CN ? LONGEST_CHINESE_SUMMARY : LONGEST_ENGLISH_SUMMARY);
  }
}
