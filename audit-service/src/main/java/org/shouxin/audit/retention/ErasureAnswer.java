package org.shouxin.audit.retention;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Turns the ruling about a record into the answer that the person reads (PIPL 44, 47). */
final class ErasureAnswer {
  private static final DateTimeFormatter ZH =
      DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINA);
  private static final DateTimeFormatter EN =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private enum Answer {
    DELETE,
    ANONYMISE,
    RESTRICT,
    REFUSE
  }

  private ErasureAnswer() {}

  /** The answer for one record, were the person's request to be granted as far as the law lets. */
  static ErasureRecord of(KeptRecord record) {
    Precedence.Ruling ruling = Precedence.decide(record.facts(true));
    return switch (ruling.by()) {
      case HOLD ->
          answer(
              record,
              Answer.REFUSE,
              "LEGAL_HOLD",
              "因正在进行的法律或监管程序，暂时不能删除；在此期间我们只存储并保护，不作其他使用。",
              "it cannot be deleted while a legal or supervisory procedure needs it; meanwhile we"
                  + " only store and protect it.");
      case RETENTION ->
          answer(
              record,
              Answer.RESTRICT,
              "STATUTORY_RETENTION",
              "法律要求我们保存"
                  + untilZh(record)
                  + "（"
                  + record.articleZh()
                  + "）。在此之前我们只存储并保护，不作其他使用；到期后销毁。",
              "the law makes us keep it "
                  + untilEn(record)
                  + " ("
                  + record.articleEn()
                  + "). Until then we only store and protect it, and then destroy it.");
      case ERASURE, PURPOSE ->
          switch (ruling.outcome()) {
            case DESTROY -> erased(record);
            case KEEP, RESTRICT -> kept(record);
          };
    };
  }

  private static ErasureRecord erased(KeptRecord record) {
    return record.onErasure().equals("ANONYMISE")
        ? answer(
            record,
            Answer.ANONYMISE,
            "NO_LONGER_NEEDED",
            "内容将被删除，只留下不能识别您的统计数字。",
            "its content is deleted; only a count that does not identify you stays.")
        : answer(
            record,
            Answer.DELETE,
            "NO_LONGER_NEEDED",
            "将被删除，并由见证人见证销毁。",
            "it is deleted, and its destruction is witnessed.");
  }

  private static ErasureRecord kept(KeptRecord record) {
    return record.open()
        ? answer(
            record,
            Answer.REFUSE,
            "CASE_OPEN",
            "尚在处理中，办结之前不能删除；办结后您可以再次请求。",
            "it is still being handled and cannot be deleted before it is closed; ask again then.")
        : answer(
            record,
            Answer.REFUSE,
            "EVIDENCE",
            "这是我们履行义务的证明（" + record.articleZh() + "），不能删除。",
            "it proves what we were obliged to do ("
                + record.articleEn()
                + ") and cannot be deleted.");
  }

  private static ErasureRecord answer(
      KeptRecord record, Answer answer, String reason, String zh, String en) {
    return new ErasureRecord(
        record.store(),
        record.recordRef(),
        record.kind().name(),
        answer.name(),
        reason,
        record.retentionClass(),
        record.ruleVersion(),
        record.articleZh(),
        record.articleEn(),
        answer == Answer.RESTRICT ? record.foreseeableOn() : null,
        record.kind().zh() + "：" + zh,
        capital(record.kind().en()) + ": " + en);
  }

  private static String untilZh(KeptRecord record) {
    LocalDate day = record.foreseeableOn();
    return day == null ? "至其终止后" + record.amount() + "年" : "至" + ZH.format(day);
  }

  private static String untilEn(KeptRecord record) {
    LocalDate day = record.foreseeableOn();
    return day == null
        ? "for " + record.amount() + " years after it ends"
        : "until " + EN.format(day);
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ENGLISH) + text.substring(1);
  }
}
