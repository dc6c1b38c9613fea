package org.shouxin.consent.notice;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.Language;

/**
 * The content of one notice in one language, by the items of DR-11. Everything may be missing here:
 * the publishing gate names what is.
 *
 * @param summary the short layer, at most 1,500 Chinese characters (N-18)
 * @param recipients empty says that nobody receives data; missing says nothing
 * @param fullTextLink where the full layer is found
 * @param brokerNotice the broker's customer notice (客户告知书) or where it is found
 */
public record NoticeText(
    @NotNull Language language,
    @Nullable String title,
    @Nullable String summary,
    @Nullable Processor processor,
    @Nullable Officer officer,
    @Nullable List<Activity> activities,
    @Nullable List<Receiver> recipients,
    @Nullable List<String> entrustedProcessorTypes,
    @Nullable Sensitive sensitive,
    @Nullable Rights rights,
    @Nullable Complaint complaint,
    @Nullable String minors,
    @Nullable String crossBorder,
    @Nullable Refusal refusal,
    @Nullable Changes changes,
    @Nullable String storage,
    @Nullable String fullTextLink,
    @Nullable String brokerNotice) {

  /** N-01. */
  public record Processor(@Nullable String name, @Nullable String uscc, @Nullable String contact) {}

  /** N-02. */
  public record Officer(@Nullable String name, @Nullable String contact) {}

  /** One purpose: N-03 to N-06 and N-15. */
  public record Activity(
      @Nullable String purpose,
      @Nullable String words,
      @Nullable String method,
      @Nullable Boolean automatedDecision,
      @Nullable List<String> categories,
      @Nullable String retention,
      @Nullable String afterRetention,
      @Nullable String basis) {}

  /** One recipient: N-07. */
  public record Receiver(
      @Nullable String name,
      @Nullable String contact,
      @Nullable String purpose,
      @Nullable String method,
      @Nullable List<String> categories) {}

  /** N-09. */
  public record Sensitive(@Nullable String necessity, @Nullable String impact) {}

  /** The nine ways of N-10. */
  public record Rights(
      @Nullable String access,
      @Nullable String copy,
      @Nullable String transfer,
      @Nullable String correct,
      @Nullable String supplement,
      @Nullable String delete,
      @Nullable String restrict,
      @Nullable String closeAccount,
      @Nullable String withdraw) {}

  /** N-11; the promise names the 72 hours. */
  public record Complaint(
      @Nullable String channel, @Nullable String promise, @Nullable String authority) {}

  /** N-14. */
  public record Refusal(@Nullable String consequences, @Nullable String remains) {}

  /** N-16. */
  public record Changes(@Nullable String history, @Nullable String told) {}
}
