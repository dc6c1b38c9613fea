package org.shouxin.platform.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ActorKind;

/**
 * One fact, past tense, as a service reports it (story.md, event envelope). It names people by
 * pseudonym only and holds no personal value; hashes are keyed and base64url, never hexadecimal.
 *
 * @param eventId UUIDv7
 * @param type from the story's vocabulary, for example {@code consent.given}
 * @param subjectRef customer id of the person concerned
 * @param lookup how the person was looked up
 * @param concerns the actor whom an alert is about, for example {@code employee:1024}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEvent(
    UUID eventId,
    String controllerId,
    Instant occurredAt,
    String type,
    ActorRef actor,
    @Nullable String subjectRef,
    @Nullable String purpose,
    @Nullable String legalBasis,
    @Nullable ResourceRef resource,
    @Nullable DecisionRef decision,
    @Nullable String consentRecordId,
    @Nullable String recipientId,
    @Nullable Integer noticeVersion,
    @Nullable Long count,
    @Nullable String beforeHash,
    @Nullable String afterHash,
    @Nullable String channel,
    @Nullable String reason,
    @Nullable String traceId,
    @Nullable LookupRef lookup,
    @Nullable String concerns) {

  /** Who did it; {@code branch} is the employee's, so that a supervisor finds the own team's. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ActorRef(
      String kind,
      String id,
      @Nullable String employeeNo,
      @Nullable String organization,
      @Nullable String role,
      @Nullable String branch) {

    /** The product itself, for example a schedule. */
    public static ActorRef system(String service) {
      return new ActorRef(ActorKind.SYSTEM.label(), service, null, null, null, null);
    }
  }

  /** What it was done to; {@code fields} are field names, never values. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ResourceRef(
      String type,
      @Nullable String id,
      @Nullable List<String> fields,
      @Nullable @com.fasterxml.jackson.annotation.JsonProperty("class") String grade) {}

  /** The permission decision that the act rested on. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DecisionRef(
      String id,
      boolean permitted,
      String rule,
      @Nullable String ruleVersion,
      @Nullable String reasonCode) {}

  /**
   * How somebody was looked up, for the monitor (R-AU-03). Both buckets are keyed by actor and day:
   * they tell whether two searches of one actor on one day were alike, and nothing across actors or
   * days.
   *
   * @param kind id, factors, list or terms
   * @param factors kinds of the factors given
   * @param surname bucket of the surname searched for
   * @param numbers bucket of the block of neighbouring numbers searched in
   * @param own whether the actor looks after this person
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record LookupRef(
      String kind,
      @Nullable List<String> factors,
      @Nullable String surname,
      @Nullable String numbers,
      @Nullable Boolean own) {}
}
