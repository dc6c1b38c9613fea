package org.shouxin.gateway.compliance;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A notice of an audience in its languages. Items may be missing here: publishing names each of the
 * 19 of DR-11 that is (NOTICE_INCOMPLETE).
 */
@Input("NoticeInput")
public record NoticeInput(
    @NonNull @Description("APPLICANT, INSURED, GUARDIAN or VISITOR.") String audience,
    @Nullable @Description("RFC 3339; now when missing.") String effectiveFrom,
    @NonNull List<@NonNull TextInput> texts) {

  /** The notice in one language. */
  @Input("NoticeTextInput")
  public record TextInput(
      @NonNull String language,
      @Nullable String title,
      @Nullable String summary,
      @Nullable ProcessorInput processor,
      @Nullable OfficerInput officer,
      @io.smallrye.graphql.api.Nullable @Nullable List<@NonNull ActivityInput> activities,
      @io.smallrye.graphql.api.Nullable @Nullable List<@NonNull ReceiverInput> recipients,
      @io.smallrye.graphql.api.Nullable @Nullable List<@NonNull String> entrustedProcessorTypes,
      @Nullable SensitiveInput sensitive,
      @Nullable RightsInput rights,
      @Nullable ComplaintsInput complaint,
      @Nullable String minors,
      @Nullable String crossBorder,
      @Nullable RefusalInput refusal,
      @Nullable ChangesInput changes,
      @Nullable String storage,
      @Nullable String fullTextLink,
      @Nullable String brokerNotice) {}

  /** Who processes. */
  @Input("NoticeProcessorInput")
  public record ProcessorInput(
      @Nullable String name, @Nullable String uscc, @Nullable String contact) {}

  /** The person in charge of personal information. */
  @Input("NoticeOfficerInput")
  public record OfficerInput(@Nullable String name, @Nullable String contact) {}

  /** What is done for which purpose. */
  @Input("NoticeActivityInput")
  public record ActivityInput(
      @Nullable String purpose,
      @Nullable String words,
      @Nullable String method,
      @Nullable Boolean automatedDecision,
      @io.smallrye.graphql.api.Nullable @Nullable List<@NonNull String> categories,
      @Nullable String retention,
      @Nullable String afterRetention,
      @Nullable String basis) {}

  /** Who is given what. */
  @Input("NoticeReceiverInput")
  public record ReceiverInput(
      @Nullable String name,
      @Nullable String contact,
      @Nullable String purpose,
      @Nullable String method,
      @io.smallrye.graphql.api.Nullable @Nullable List<@NonNull String> categories) {}

  /** Why sensitive data are needed, and what they do to the person. */
  @Input("NoticeSensitiveInput")
  public record SensitiveInput(@Nullable String necessity, @Nullable String impact) {}

  /** How each right is exercised. */
  @Input("NoticeRightsInput")
  public record RightsInput(
      @Nullable String access,
      @Nullable String copy,
      @Nullable String transfer,
      @Nullable String correct,
      @Nullable String supplement,
      @Nullable String delete,
      @Nullable String restrict,
      @Nullable String closeAccount,
      @Nullable String withdraw) {}

  /** Where to complain. */
  @Input("NoticeComplaintsInput")
  public record ComplaintsInput(
      @Nullable String channel, @Nullable String promise, @Nullable String authority) {}

  /** What a refusal means. */
  @Input("NoticeRefusalInput")
  public record RefusalInput(@Nullable String consequences, @Nullable String remains) {}

  /** How changes are told. */
  @Input("NoticeChangesInput")
  public record ChangesInput(@Nullable String history, @Nullable String told) {}
}
