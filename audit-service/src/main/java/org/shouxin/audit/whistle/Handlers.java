package org.shouxin.audit.whistle;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * The two named people who handle reports, and their public keys. Each brings her own key; two
 * other people approve it by its digest, as she told it to them (R-AU-05).
 */
@Singleton
class Handlers {
  private static final String REGISTER =
      "insert into whistle_handler (controller_id, employee_no, public_key, registered_by,"
          + " registered_at) values (?, ?, ?, ?, ?) on conflict on constraint whistle_handler_pk do"
          + " nothing";
  private static final String APPROVE =
      "update whistle_handler set first_approved_by = coalesce(first_approved_by, :by), approved_by"
          + " = case when first_approved_by is not null then :by end, approved_at = case when"
          + " first_approved_by is not null then cast(:now as timestamptz) end where employee_no ="
          + " :handler and approved_by is null and first_approved_by is distinct from :by";
  private static final String KEY =
      "select public_key from whistle_handler where employee_no = ? for update";
  private static final String ACTIVE =
      "select employee_no, public_key from whistle_handler where approved_at is not null"
          + " order by approved_at, employee_no limit 2";

  private final Database database;
  private final OwnEvents events;
  private final Clock clock;

  @Inject
  Handlers(Database database, OwnEvents events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /** A handler with the key that seals for her. */
  public record Handler(String employeeNo, String publicKey) {}

  /** The first and the second handler. */
  record Pair(Handler first, Handler second) {}

  /**
   * Registers the caller as a handler; she handles nothing before two other people approve.
   *
   * @throws ProblemException {@code FORBIDDEN} for anybody else's number; {@code CONFLICT} when she
   *     is registered already
   */
  void register(Actor actor, String employeeNo, String publicKey) {
    HandlerKey.parse(publicKey);
    if (!employeeNo.equals(actor.id())) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    database.write(
        actor.controller(),
        handle -> {
          int added =
              handle.execute(
                  REGISTER, actor.controller(), employeeNo, publicKey, actor.id(), clock.instant());
          if (added == 0) {
            throw new ProblemException(ProblemCode.CONFLICT);
          }
          record(handle, actor, "whistle.handler.registered", employeeNo);
          return added;
        });
  }

  /**
   * Approves a handler's key; the second approval counts.
   *
   * @param keyDigest SHA-256 of her public keyset, base64url, as she told it
   * @throws ProblemException {@code SELF_APPROVAL} for herself; {@code CONFLICT} when nothing waits
   *     for this caller, and for another key
   */
  void approve(Actor actor, String employeeNo, String keyDigest) {
    if (employeeNo.equals(actor.id())) {
      throw new ProblemException(ProblemCode.SELF_APPROVAL);
    }
    database.write(
        actor.controller(),
        handle -> {
          boolean hers =
              handle
                  .createQuery(KEY)
                  .bind(0, employeeNo)
                  .mapTo(String.class)
                  .findOne()
                  .filter(key -> HandlerKey.digest(key).equals(keyDigest))
                  .isPresent();
          if (!hers || approved(handle, actor, employeeNo) == 0) {
            throw new ProblemException(ProblemCode.CONFLICT);
          }
          record(handle, actor, "whistle.handler.approved", employeeNo);
          return employeeNo;
        });
  }

  /**
   * The two who were approved first.
   *
   * @throws ProblemException {@code WHISTLE_NOT_READY} while there are fewer
   */
  static Pair require(Handle handle) {
    List<Handler> active = handle.createQuery(ACTIVE).mapTo(Handler.class).list();
    if (active.size() < 2) {
      throw new ProblemException(ProblemCode.WHISTLE_NOT_READY);
    }
    return new Pair(active.getFirst(), active.getLast());
  }

  private int approved(Handle handle, Actor actor, String employeeNo) {
    return handle
        .createUpdate(APPROVE)
        .bind("by", actor.id())
        .bind("now", clock.instant())
        .bind("handler", employeeNo)
        .execute();
  }

  private void record(Handle handle, Actor actor, String type, String employeeNo) {
    events.record(
        handle, AuditEvents.of(actor, type, clock).concerns("employee:" + employeeNo).build());
  }
}
