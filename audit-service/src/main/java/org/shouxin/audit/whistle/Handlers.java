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
 * The two named people who handle reports, and their public keys; named by two others (R-AU-05).
 */
@Singleton
class Handlers {
  private static final String REGISTER =
      "insert into whistle_handler (controller_id, employee_no, public_key, registered_by, registered_at)"
          + " values (?, ?, ?, ?, ?) on conflict on constraint whistle_handler_pk do nothing";
  private static final String APPROVE =
      "update whistle_handler set approved_by = ?, approved_at = ?"
          + " where employee_no = ? and approved_by is null";
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
   * Registers a handler; she handles nothing before another person approves.
   *
   * @throws ProblemException {@code CONFLICT} when she is registered already
   */
  void register(Actor actor, String employeeNo, String publicKey) {
    HandlerKey.parse(publicKey);
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
   * Approves a handler.
   *
   * @throws ProblemException {@code SELF_APPROVAL} for whoever registered her; {@code CONFLICT}
   *     when nothing waits
   */
  void approve(Actor actor, String employeeNo) {
    database.write(
        actor.controller(),
        handle -> {
          boolean own =
              handle
                  .createQuery(
                      "select exists (select 1 from whistle_handler where employee_no = ? and registered_by = ?)")
                  .bind(0, employeeNo)
                  .bind(1, actor.id())
                  .mapTo(Boolean.class)
                  .one();
          if (own) {
            throw new ProblemException(ProblemCode.SELF_APPROVAL);
          }
          if (handle.execute(APPROVE, actor.id(), clock.instant(), employeeNo) == 0) {
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

  private void record(Handle handle, Actor actor, String type, String employeeNo) {
    events.record(
        handle, AuditEvents.of(actor, type, clock).concerns("employee:" + employeeNo).build());
  }
}
