package org.shouxin.records.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.paging.PageSize;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/** How large the pages of an employee's listings are and how deep they go (R-RC-15). */
@ApplicationScoped
public class ListingLimits {
  private static final String LIMIT =
      """
      select rows_a_page, rows_a_listing from access_limit l
       where role = any(:roles) and effective_from =
         (select max(effective_from) from access_limit n where n.role = l.role and effective_from <= :today)
       order by rows_a_listing desc limit 1\
      """;

  /** What a role may list. */
  public record Limit(int rowsAPage, int rowsAListing) {}

  private final Database database;
  private final AuditOutbox outbox;
  private final Clock clock;

  ListingLimits(Database database, AuditOutbox outbox, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * How many rows the page that begins after {@code shown} rows may have; others than employees,
   * and roles without a limit, get what they ask for.
   *
   * @throws ProblemException {@code PAGE_SIZE_OUT_OF_RANGE} for a page larger than the role's;
   *     {@code PAGE_DEPTH_LIMIT}, with an event, where the role's listings end
   */
  public int rows(Actor actor, PageSize size, int shown) {
    Optional<Limit> limit = find(actor);
    if (limit.isEmpty()) {
      return size.rows();
    }
    if (size.rows() > limit.get().rowsAPage()) {
      throw new ProblemException(ProblemCode.PAGE_SIZE_OUT_OF_RANGE);
    }
    int deepest = limit.get().rowsAListing();
    if (shown >= deepest) {
      outbox.recordDurably(
          List.of(
              AuditEvents.of(actor, "access.limited", clock)
                  .reason(ProblemCode.PAGE_DEPTH_LIMIT.name())
                  .count(deepest)
                  .build()));
      throw new ProblemException(ProblemCode.PAGE_DEPTH_LIMIT);
    }
    return Math.min(size.rows(), deepest - shown);
  }

  private Optional<Limit> find(Actor actor) {
    if (actor.kind() != ActorKind.EMPLOYEE) {
      return Optional.empty();
    }
    LocalDate today = BusinessTime.today(clock);
    return database.read(
        actor.controller(),
        handle ->
            handle
                .createQuery(LIMIT)
                .bindArray("roles", String.class, actor.roles().stream().map(Role::label).toList())
                .bind("today", today)
                .mapTo(Limit.class)
                .findOne());
  }
}
