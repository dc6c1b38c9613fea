package org.shouxin.platform.audit;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role;

/**
 * Builds one audit event: {@code AuditEvents.of(actor, "consent.given",
 * clock).subject(id).purpose("P-12") .build()}. Each build makes a new event id.
 */
public final class AuditEvents {
  private final String controller;
  private final AuditEvent.ActorRef actor;
  private final String type;
  private final Instant occurredAt;
  private @Nullable String subject;
  private @Nullable String purpose;
  private @Nullable String legalBasis;
  private AuditEvent.@Nullable ResourceRef resource;
  private AuditEvent.@Nullable DecisionRef decision;
  private @Nullable String consentRecordId;
  private @Nullable String recipientId;
  private @Nullable Integer noticeVersion;
  private @Nullable Long count;
  private @Nullable String beforeHash;
  private @Nullable String afterHash;
  private @Nullable String channel;
  private @Nullable String reason;
  private AuditEvent.@Nullable LookupRef lookup;
  private @Nullable String concerns;

  private AuditEvents(
      String controller, AuditEvent.ActorRef actor, String type, Instant occurredAt) {
    this.controller = controller;
    this.actor = actor;
    this.type = type;
    this.occurredAt = occurredAt;
  }

  /** An act of a person or partner. */
  public static AuditEvents of(Actor actor, String type, Clock clock) {
    String role = actor.roles().stream().map(Role::label).sorted().findFirst().orElse(null);
    return new AuditEvents(
        actor.controller().value(),
        new AuditEvent.ActorRef(
            actor.kind().label(),
            actor.id(),
            actor.employeeNo(),
            actor.organization(),
            role,
            actor.branch()),
        type,
        clock.instant());
  }

  /** An act of the product itself. */
  public static AuditEvents ofSystem(
      ControllerId controller, String service, String type, Clock clock) {
    return new AuditEvents(
        controller.value(), AuditEvent.ActorRef.system(service), type, clock.instant());
  }

  public AuditEvents subject(@Nullable CustomerId customer) {
    this.subject = customer == null ? null : givenOut(customer.toString());
    return this;
  }

  public AuditEvents purpose(@Nullable String code) {
    this.purpose = code;
    return this;
  }

  public AuditEvents legalBasis(@Nullable String basis) {
    this.legalBasis = basis;
    return this;
  }

  public AuditEvents resource(String kind, @Nullable String id) {
    this.resource = new AuditEvent.ResourceRef(kind, givenOut(id), null, null);
    return this;
  }

  public AuditEvents resource(String kind, @Nullable String id, List<String> fields) {
    this.resource = new AuditEvent.ResourceRef(kind, givenOut(id), List.copyOf(fields), null);
    return this;
  }

  public AuditEvents decision(AuditEvent.DecisionRef ref) {
    this.decision = ref;
    return this;
  }

  public AuditEvents consentRecord(@Nullable String id) {
    this.consentRecordId = id;
    return this;
  }

  public AuditEvents recipient(@Nullable String id) {
    this.recipientId = id;
    return this;
  }

  public AuditEvents noticeVersion(@Nullable Integer version) {
    this.noticeVersion = version;
    return this;
  }

  public AuditEvents count(long number) {
    this.count = number;
    return this;
  }

  /** Keyed hashes (base64url) of the value before and after a change. */
  public AuditEvents change(@Nullable String before, @Nullable String after) {
    this.beforeHash = before;
    this.afterHash = after;
    return this;
  }

  public AuditEvents channel(String name) {
    this.channel = name;
    return this;
  }

  /** A code in capitals or dots, never free text. */
  public AuditEvents reason(@Nullable String code) {
    this.reason = code;
    return this;
  }

  public AuditEvents lookup(AuditEvent.@Nullable LookupRef ref) {
    this.lookup = ref;
    return this;
  }

  /** The actor whom an alert is about: kind, colon, id. */
  public AuditEvents concerns(String reference) {
    this.concerns = reference;
    return this;
  }

  public AuditEvent build() {
    return new AuditEvent(
        Ids.next(),
        controller,
        occurredAt,
        type,
        actor,
        subject,
        purpose,
        legalBasis,
        resource,
        decision,
        consentRecordId,
        recipientId,
        noticeVersion,
        count,
        beforeHash,
        afterHash,
        channel,
        reason,
        traceId(),
        lookup,
        concerns);
  }

  /**
   * Ids that a caller made up may look like numbers of people; ours never do. Such an id names
   * nobody, so the event goes without it instead of being taken for personal data.
   */
  private static @Nullable String givenOut(@Nullable String id) {
    return id == null || Ids.looksLikeNumber(id) ? null : id;
  }

  /** The trace id in groups of eight, so that no run of digits looks like a phone number. */
  private static @Nullable String traceId() {
    SpanContext span = Span.current().getSpanContext();
    if (!span.isValid()) {
      return null;
    }
    String id = span.getTraceId();
    return id.substring(0, 8)
        + "-"
        + id.substring(8, 16)
        + "-"
        + id.substring(16, 24)
        + "-"
        + id.substring(24);
  }
}
