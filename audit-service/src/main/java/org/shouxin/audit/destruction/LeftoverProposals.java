package org.shouxin.audit.destruction;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.retention.RecordKind;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.time.BusinessTime;

/**
 * A seller's decision to destroy its copy of people who moved becomes plans (R-BT-05): what neither
 * a hold nor the law keeps is proposed, all else waits for its due day. A person's key opens her
 * policies, notes and case texts, so it goes only when all of them may go.
 */
@Singleton
class LeftoverProposals {
  private static final Set<RecordKind> UNDER_HER_KEY =
      EnumSet.of(
          RecordKind.POLICY,
          RecordKind.HEALTH_NOTE,
          RecordKind.COMPLAINT,
          RecordKind.RIGHTS_REQUEST);
  private static final String LEFT =
      """
      select distinct on (i.subject_ref, i.store, i.record_ref)
             i.subject_ref, i.store, i.record_ref, i.class as retention_class, i.kind
        from retention_item i
       where i.controller_id = :controller and i.subject_ref = any(:people)
         and i.store in ('records', 'consent') and i.state in ('KEPT', 'RESTRICTED')
         and not exists (select 1 from destruction_item d
               where d.controller_id = i.controller_id and d.subject_ref::text = i.subject_ref
                 and d.store = i.store and d.record_ref in (i.record_ref, '')
                 and d.state <> 'WITHDRAWN' and (d.record_ref <> '' or i.store = 'records'))
       order by i.subject_ref, i.store, i.record_ref, i.class\
      """;

  private final Database database;
  private final Plans plans;
  private final PlanFile file;
  private final RetentionLink retention;
  private final Clock clock;

  @Inject
  LeftoverProposals(
      Database database, Plans plans, PlanFile file, RetentionLink retention, Clock clock) {
    this.database = database;
    this.plans = plans;
    this.file = file;
    this.retention = retention;
    this.clock = clock;
  }

  /** Something the seller still has of somebody who moved. */
  public record Left(
      String subjectRef, String store, String recordRef, String retentionClass, RecordKind kind) {}

  /**
   * What became of a proposal.
   *
   * @param planId null where nothing could be proposed
   * @param waiting how many records a hold or the law keeps for now
   */
  record Proposed(@Nullable UUID planId, int proposed, int waiting) {}

  /**
   * A plan of a transfer.
   *
   * @param certificateSha256 once it is certified
   */
  record LeftoverPlan(UUID planId, String state, @Nullable String certificateSha256) {}

  /**
   * Proposes one plan; the same people again are proposed only for what is new.
   *
   * @param officer who decided; she approves nothing of it
   * @param kinds of records that are to go
   */
  Proposed propose(
      ControllerId controller,
      UUID transfer,
      String officer,
      List<UUID> people,
      Set<RecordKind> kinds) {
    return database.write(
        controller,
        handle -> {
          List<ScopeItem> scope = new ArrayList<>();
          int waiting = 0;
          for (List<Left> hers : left(handle, controller, people).values()) {
            Set<RecordKind> staying = EnumSet.copyOf(UNDER_HER_KEY);
            staying.removeAll(kinds);
            boolean keyStays = hers.stream().anyMatch(each -> staying.contains(each.kind()));
            List<ScopeItem> free = new ArrayList<>();
            for (Left each : hers) {
              if (!kinds.contains(each.kind())) {
                continue;
              }
              ScopeItem item = item(each);
              if ((keyStays && isWholePerson(item)) || isKept(handle, controller, item)) {
                waiting++;
              } else {
                free.add(item);
              }
            }
            boolean whole = free.stream().anyMatch(LeftoverProposals::isWholePerson);
            free.stream()
                .filter(item -> !whole || isWholePerson(item) || !item.store().equals("records"))
                .forEach(scope::add);
          }
          if (scope.isEmpty()) {
            return new Proposed(null, 0, waiting);
          }
          UUID plan = plans.propose(handle, controller, Cause.TRANSFERRED, scope, officer);
          handle.execute(
              "insert into transfer_plan (controller_id, transfer_id, plan_id) values (?, ?, ?)",
              controller,
              transfer,
              plan);
          return new Proposed(plan, scope.size(), waiting);
        });
  }

  /** The plans of a transfer in the order of their proposal. */
  List<LeftoverPlan> list(ControllerId controller, UUID transfer) {
    return database.read(
        controller,
        handle ->
            handle
                .createQuery(
                    "select plan_id from transfer_plan where controller_id = ? and transfer_id = ?"
                        + " order by plan_id")
                .bind(0, controller)
                .bind(1, transfer)
                .mapTo(UUID.class)
                .list()
                .stream()
                .map(plan -> view(file.get(handle, plan)))
                .toList());
  }

  private static LeftoverPlan view(Course course) {
    return new LeftoverPlan(
        course.plan().id(),
        course.state().label(),
        course.last(StepKind.CERTIFIED).map(Step::detail).orElse(null));
  }

  private static Map<String, List<Left>> left(
      Handle handle, ControllerId controller, List<UUID> people) {
    return handle
        .createQuery(LEFT)
        .bind("controller", controller)
        .bindArray("people", String.class, people.stream().map(UUID::toString).toList())
        .mapTo(Left.class)
        .stream()
        .collect(Collectors.groupingBy(Left::subjectRef));
  }

  private ScopeItem item(Left left) {
    LocalDate today = BusinessTime.today(clock);
    return new ScopeItem(
        UUID.fromString(left.subjectRef()),
        left.store(),
        left.recordRef(),
        left.retentionClass(),
        null,
        today);
  }

  private boolean isKept(Handle handle, ControllerId controller, ScopeItem item) {
    return retention.isHeld(handle, controller, item.subjectRef(), item.recordRef())
        || retention.isKept(handle, controller, Cause.TRANSFERRED, item, BusinessTime.today(clock));
  }

  private static boolean isWholePerson(ScopeItem item) {
    return item.store().equals("records") && item.recordRef().isEmpty();
  }
}
