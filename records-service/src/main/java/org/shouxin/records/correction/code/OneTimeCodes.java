package org.shouxin.records.correction.code;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.vault.BlindIndex;
import org.shouxin.records.vault.BlindIndexes;
import org.shouxin.records.vault.IndexKind;
import org.shouxin.records.vault.Vault;

/** Sends codes to new numbers and checks what comes back. */
@ApplicationScoped
public class OneTimeCodes {
  /** RT-17 of DR-09. */
  private static final Duration KEPT = Duration.ofHours(24);

  private final Database database;
  private final BlindIndexes indexes;
  private final Vault vault;
  private final MessageDelivery delivery;
  private final AuditOutbox outbox;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  OneTimeCodes(
      Database database,
      BlindIndexes indexes,
      Vault vault,
      MessageDelivery delivery,
      AuditOutbox outbox,
      Clock clock) {
    this.database = database;
    this.indexes = indexes;
    this.vault = vault;
    this.delivery = delivery;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Sends a fresh code to a number that the caller has already checked; returns when it ends.
   *
   * @throws ProblemException {@code RATE_LIMITED} after five in an hour to the person or to the
   *     number, or within half a minute of the last
   */
  public Instant send(Actor actor, CustomerId customer, String mobile) {
    BlindIndex index = indexes.of(actor.controller());
    String code = "%06d".formatted(random.nextInt(1_000_000));
    Instant now = clock.instant();
    UUID id = Ids.next();
    OneTimeCode fresh =
        new OneTimeCode(
            id,
            customer,
            index.of(IndexKind.MOBILE, mobile),
            hash(index, id, code),
            now.plus(OneTimeCode.GOOD_FOR),
            0,
            null);
    database.write(
        actor.controller(),
        handle -> {
          requireSlow(handle, fresh, now);
          CodeTable.insert(handle, actor.controller(), fresh, now);
          outbox.record(
              handle,
              AuditEvents.of(actor, "contact.code_sent", clock)
                  .subject(customer)
                  .resource("customer", customer.toString(), java.util.List.of("mobile"))
                  .channel("sms")
                  .build());
          // Inside: what could not be sent does not count, and leaves no event.
          delivery.send(new MessageDelivery.Message(mobile, CodeText.of(code)));
          return id;
        });
    return fresh.expiresAt();
  }

  /**
   * Checks a code against the newest sent to this person for this number. Each try counts, whatever
   * becomes of the request.
   *
   * @return the code's id, to be used in the transaction that rests on it
   * @throws ProblemException {@code CODE_WRONG}, {@code CODE_EXPIRED}
   */
  public UUID check(Actor actor, CustomerId customer, String mobile, String code) {
    BlindIndex index = indexes.of(actor.controller());
    Instant now = clock.instant();
    record Tried(OneTimeCode sent, boolean right) {}
    Tried tried =
        database
            .write(
                actor.controller(),
                handle ->
                    CodeTable.newest(handle, customer, index.of(IndexKind.MOBILE, mobile))
                        .filter(sent -> isOpen(sent, now))
                        .map(sent -> {
                          CodeTable.countAttempt(handle, sent.id());
                          byte[] said = hash(index, sent.id(), code.strip());
                          return new Tried(sent, MessageDigest.isEqual(said, sent.codeHash()));
                        }))
            .orElseThrow(() -> new ProblemException(ProblemCode.CODE_EXPIRED));
    if (!tried.right()) {
      throw new ProblemException(ProblemCode.CODE_WRONG);
    }
    return tried.sent().id();
  }

  /**
   * Uses a checked code up: a code proves one correction, and that the number is hers (story.md
   * step 4, {@code contact.verified}).
   */
  public void use(Handle handle, Actor actor, CustomerId customer, UUID id) {
    if (!CodeTable.use(handle, id, clock.instant())) {
      throw new ProblemException(ProblemCode.CODE_EXPIRED);
    }
    outbox.record(
        handle,
        AuditEvents.of(actor, "contact.verified", clock)
            .subject(customer)
            .resource("customer", customer.toString(), java.util.List.of("mobile"))
            .channel("sms")
            .build());
  }

  @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void deleteEnded() {
    Instant before = clock.instant().minus(KEPT);
    for (ControllerId controller : vault.controllers()) {
      database.write(controller, handle -> CodeTable.deleteEnded(handle, before));
    }
  }

  private static boolean isOpen(OneTimeCode sent, Instant now) {
    return sent.usedAt() == null
        && now.isBefore(sent.expiresAt())
        && sent.attempts() < OneTimeCode.MOST_ATTEMPTS;
  }

  private static void requireSlow(Handle handle, OneTimeCode fresh, Instant now) {
    CodeTable.Sent sent =
        CodeTable.sent(
            handle, fresh.customerId(), fresh.mobileIndex(), now.minus(OneTimeCode.SENDING_PERIOD));
    if (sent.toPerson() >= OneTimeCode.MOST_SENT
        || sent.toNumber() >= OneTimeCode.MOST_SENT
        || sent.newest().plus(OneTimeCode.BETWEEN).isAfter(now)) {
      throw new ProblemException(ProblemCode.RATE_LIMITED);
    }
  }

  private static byte[] hash(BlindIndex index, UUID id, String code) {
    return index.of(IndexKind.STATEMENT, "one-time-code|" + id + '|' + code);
  }
}
