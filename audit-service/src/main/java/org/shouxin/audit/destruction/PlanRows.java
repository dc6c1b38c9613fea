package org.shouxin.audit.destruction;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Statements about plans and their steps. */
@Singleton
public class PlanRows {
  private static final String INSERT =
      "insert into destruction_plan (controller_id, id, cause, proposer, proposed_at, due_on)"
          + " values (?, ?, ?, ?, ?, ?)";
  private static final String COLUMNS =
      "select controller_id, id, cause, proposer, proposed_at, due_on from destruction_plan";
  private static final String APPEND =
      "insert into destruction_step (controller_id, plan_id, sequence, kind, at, actor_id,"
          + " scope_digest, detail) select ?, ?, count(*) + 1, ?, ?, ?, ?, ? from destruction_step"
          + " where plan_id = ?";

  void insert(Handle handle, Course.Plan plan) {
    handle.execute(
        INSERT,
        plan.controllerId(),
        plan.id(),
        plan.cause().name(),
        plan.proposer(),
        plan.proposedAt(),
        plan.dueOn());
  }

  /** Gives the plan's steps an order: held until the transaction ends. */
  public void lock(Handle handle, UUID id) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
        .bind(0, "destruction " + id)
        .mapTo(String.class)
        .one();
  }

  /** The plan with its steps, when it is the bound controller's. */
  public Optional<Course> find(Handle handle, UUID id) {
    return handle
        .createQuery(COLUMNS + " where id = ?")
        .bind(0, id)
        .mapTo(Course.Plan.class)
        .findOne()
        .map(plan -> new Course(plan, steps(handle, id)));
  }

  /** Newest first, below the plan {@code after}. */
  List<UUID> page(Handle handle, @Nullable UUID after, int rows) {
    return handle
        .createQuery(
            "select id from destruction_plan where cast(:after as uuid) is null or id < :after"
                + " order by id desc limit :rows")
        .bind("after", after)
        .bind("rows", rows)
        .mapTo(UUID.class)
        .list();
  }

  /** Appends a step; whether the state knows it is the caller's to ask. */
  void append(Handle handle, Course.Plan plan, Step step) {
    handle.execute(
        APPEND,
        plan.controllerId(),
        plan.id(),
        step.kind().name(),
        step.at(),
        step.actorId(),
        step.scopeDigest(),
        step.detail(),
        plan.id());
  }

  private static List<Step> steps(Handle handle, UUID plan) {
    return handle
        .createQuery(
            "select kind, at, actor_id, scope_digest, detail from destruction_step"
                + " where plan_id = ? order by sequence")
        .bind(0, plan)
        .mapTo(Step.class)
        .list();
  }
}
