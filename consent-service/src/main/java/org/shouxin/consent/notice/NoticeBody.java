package org.shouxin.consent.notice;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.Language;

/**
 * Writes the text that people read from the items of a complete {@link NoticeText}: one section an
 * item, in the order of DR-11. What changed between two versions is what differs between their
 * sections.
 */
final class NoticeBody {
  private final NoticeText text;

  NoticeBody(NoticeText text) {
    this.text = text;
  }

  /** The whole text of a version. */
  String write(int version, LocalDate effectiveFrom) {
    StringBuilder body = new StringBuilder(given(text.title())).append("\n\n");
    body.append(given(text.summary())).append("\n");
    int number = 1;
    for (var section : sections(version, effectiveFrom).entrySet()) {
      body.append("\n")
          .append(number++)
          .append(". ")
          .append(section.getKey().heading().in(text.language()))
          .append("\n")
          .append(section.getValue())
          .append("\n");
    }
    return body.toString();
  }

  /** The items that read differently in another version, version number and date aside. */
  List<NoticeItem> changedSince(NoticeText earlier) {
    Map<NoticeItem, String> before = new NoticeBody(earlier).sections(0, LocalDate.EPOCH);
    Map<NoticeItem, String> now = sections(0, LocalDate.EPOCH);
    return now.keySet().stream()
        .filter(item -> !Objects.equals(now.get(item), before.get(item)))
        .toList();
  }

  /** One item as it reads. */
  String section(NoticeItem item) {
    return Objects.requireNonNull(sections(0, LocalDate.EPOCH).get(item));
  }

  private Map<NoticeItem, String> sections(int version, LocalDate effectiveFrom) {
    Map<NoticeItem, String> sections = new EnumMap<>(NoticeItem.class);
    var processor = Objects.requireNonNull(text.processor());
    var officer = Objects.requireNonNull(text.officer());
    var sensitive = Objects.requireNonNull(text.sensitive());
    var complaint = Objects.requireNonNull(text.complaint());
    var refusal = Objects.requireNonNull(text.refusal());
    var changes = Objects.requireNonNull(text.changes());
    sections.put(NoticeItem.N_01, lines(processor.name(), processor.uscc(), processor.contact()));
    sections.put(NoticeItem.N_02, lines(officer.name(), officer.contact()));
    sections.put(NoticeItem.N_03, activities(activity -> given(activity.words())));
    sections.put(NoticeItem.N_04, activities(this::method));
    sections.put(NoticeItem.N_05, activities(activity -> list(activity.categories())));
    sections.put(
        NoticeItem.N_06,
        activities(a -> given(a.retention()) + separator() + given(a.afterRetention())));
    sections.put(NoticeItem.N_07, recipients());
    sections.put(NoticeItem.N_08, list(text.entrustedProcessorTypes()));
    sections.put(NoticeItem.N_09, lines(sensitive.necessity(), sensitive.impact()));
    sections.put(NoticeItem.N_10, rights(Objects.requireNonNull(text.rights())));
    sections.put(
        NoticeItem.N_11, lines(complaint.channel(), complaint.promise(), complaint.authority()));
    sections.put(NoticeItem.N_12, given(text.minors()));
    sections.put(NoticeItem.N_13, given(text.crossBorder()));
    sections.put(NoticeItem.N_14, lines(refusal.consequences(), refusal.remains()));
    sections.put(NoticeItem.N_15, activities(activity -> given(activity.basis())));
    sections.put(
        NoticeItem.N_16, lines(edition(version, effectiveFrom), changes.history(), changes.told()));
    sections.put(NoticeItem.N_17, given(text.storage()));
    sections.put(NoticeItem.N_18, given(text.fullTextLink()));
    sections.put(NoticeItem.N_19, given(text.brokerNotice()));
    return sections;
  }

  private String activities(Function<NoticeText.Activity, String> part) {
    return Objects.requireNonNull(text.activities()).stream()
        .map(activity -> "- " + activity.purpose() + " " + part.apply(activity))
        .collect(Collectors.joining("\n"));
  }

  private String method(NoticeText.Activity activity) {
    boolean automated = Boolean.TRUE.equals(activity.automatedDecision());
    String decision =
        switch (text.language()) {
          case ZH_CN -> automated ? "含自动化决策" : "不含自动化决策";
          case EN -> automated ? "with automated decisions" : "no automated decisions";
        };
    return given(activity.method()) + separator() + decision;
  }

  private String recipients() {
    List<NoticeText.Receiver> recipients = Objects.requireNonNull(text.recipients());
    if (recipients.isEmpty()) {
      return text.language() == Language.ZH_CN ? "无" : "none";
    }
    return recipients.stream()
        .map(r ->
            "- "
                + String.join(
                    separator(),
                    given(r.name()),
                    given(r.contact()),
                    given(r.purpose()),
                    given(r.method()),
                    list(r.categories())))
        .collect(Collectors.joining("\n"));
  }

  private String rights(NoticeText.Rights r) {
    return lines(
        r.access(),
        r.copy(),
        r.transfer(),
        r.correct(),
        r.supplement(),
        r.delete(),
        r.restrict(),
        r.closeAccount(),
        r.withdraw());
  }

  private String edition(int version, LocalDate effectiveFrom) {
    if (version == 0) {
      return "";
    }
    return switch (text.language()) {
      case ZH_CN -> "第 " + version + " 版，自 " + effectiveFrom + " 起生效";
      case EN -> "Version " + version + ", in force from " + effectiveFrom;
    };
  }

  private String separator() {
    return text.language() == Language.ZH_CN ? "；" : "; ";
  }

  private String list(@Nullable List<String> entries) {
    return String.join(
        text.language() == Language.ZH_CN ? "、" : ", ", Objects.requireNonNull(entries));
  }

  private static String lines(@Nullable String... texts) {
    return java.util.Arrays.stream(texts)
        .map(NoticeBody::given)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String given(@Nullable String text) {
    return Objects.requireNonNull(text);
  }
}
