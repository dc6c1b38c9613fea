package org.shouxin.consent.consentrecord;

import java.util.Comparator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.notice.NoticeText;
import org.shouxin.consent.purpose.Category;
import org.shouxin.consent.purpose.Language;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.purpose.Sha256;
import org.shouxin.consent.recipient.Recipient;

/**
 * The exact text that asks for one consent. It changes when anything changes that PIPL 17 and 23
 * demand to be told, so a digest binds a decision to what the person read.
 *
 * @param sha256 of the UTF-8 body, hexadecimal
 * @param separate consent to all categories of this purpose has to be an act of its own
 */
public record ConsentText(
    String purpose, Language language, String body, String sha256, boolean separate) {

  static ConsentText compose(
      Purpose purpose,
      @Nullable Recipient recipient,
      NoticeText.Processor processor,
      Language language) {
    boolean separate = purpose.separate().demandedFor(purpose.categories());
    String body =
        switch (language) {
          case ZH_CN -> chinese(purpose, recipient, processor, separate);
          case EN -> english(purpose, recipient, processor, separate);
        };
    return new ConsentText(purpose.code(), language, body, Sha256.hex(body), separate);
  }

  private static String chinese(
      Purpose purpose,
      @Nullable Recipient recipient,
      NoticeText.Processor processor,
      boolean separate) {
    return """
    %s（%s）征求您的%s：
    目的（%s %s）：%s。
    处理方式：%s。
    个人信息种类：%s。
    %s保存期限：%s。
    同意有效期：%d 个月，到期自动失效。
    撤回：您可以随时在客户门户撤回，无需说明理由；%s。
    您可以拒绝，拒绝不影响无需此项同意的服务。
    依据：%s。
    """
        .formatted(
            processor.name(),
            processor.contact(),
            separate ? "单独同意" : "同意",
            purpose.code(),
            purpose.name().zh(),
            purpose.words().zh(),
            purpose.method().zh(),
            categories(purpose, Language.ZH_CN),
            recipient == null
                ? ""
                : "接收方：%s（%s，%s）；其处理方式：%s。\n"
                    .formatted(
                        recipient.name(),
                        recipient.address(),
                        recipient.contact().email(),
                        recipient.agreement().method().zh()),
            purpose.retention().zh(),
            purpose.consentPeriod().getMonths(),
            purpose.withdrawalEffect().zh(),
            purpose.article());
  }

  private static String english(
      Purpose purpose,
      @Nullable Recipient recipient,
      NoticeText.Processor processor,
      boolean separate) {
    return """
    %s (%s) asks for your %s:
    Purpose (%s %s): %s.
    Method: %s.
    Categories of data: %s.
    %sKept: %s.
    Valid for %d months; it then ends by itself.
    Withdrawal: at any time in the customer portal, without giving a reason; %s.
    You can refuse. Services that do not need this consent go on.
    Basis: %s.
    """
        .formatted(
            processor.name(),
            processor.contact(),
            separate ? "separate consent" : "consent",
            purpose.code(),
            purpose.name().en(),
            purpose.words().en(),
            purpose.method().en(),
            categories(purpose, Language.EN),
            recipient == null
                ? ""
                : "Recipient: %s (%s, %s); its method: %s.\n"
                    .formatted(
                        recipient.name(),
                        recipient.address(),
                        recipient.contact().email(),
                        recipient.agreement().method().en()),
            purpose.retention().en(),
            purpose.consentPeriod().getMonths(),
            purpose.withdrawalEffect().en(),
            purpose.article());
  }

  private static String categories(Purpose purpose, Language language) {
    return purpose.categories().stream()
        .sorted(Comparator.naturalOrder())
        .map(Category::words)
        .map(words -> words.in(language))
        .collect(Collectors.joining(language == Language.ZH_CN ? "、" : ", "));
  }
}
