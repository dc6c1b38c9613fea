package org.shouxin.audit.destruction;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.destruction.recipient.RecipientRequests;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;

/** Shows plans and their lists. */
@Singleton
class PlanReader {
  private static final int MOST_REMAINING = 100;
  private static final int PAGE = 50;
  private static final int ITEM_PAGE = 500;

  private final Database database;
  private final PlanFile file;
  private final PlanRows plans;
  private final ItemRows items;
  private final RecipientRequests recipients;
  private final DestructionClock k21;

  @Inject
  PlanReader(
      Database database,
      PlanFile file,
      PlanRows plans,
      ItemRows items,
      RecipientRequests recipients,
      DestructionClock k21) {
    this.database = database;
    this.file = file;
    this.plans = plans;
    this.items = items;
    this.recipients = recipients;
    this.k21 = k21;
  }

  PlanView get(Actor reader, UUID plan) {
    return database.read(reader.controller(), handle -> view(handle, plan));
  }

  /** Newest first, 50 a page, below the plan {@code after}. */
  List<PlanView> list(Actor reader, @Nullable UUID after) {
    return database.read(
        reader.controller(),
        handle -> plans.page(handle, after, PAGE).stream().map(id -> view(handle, id)).toList());
  }

  /** The scope list, 500 a page, below the item {@code after}. */
  List<Item> items(Actor reader, UUID plan, @Nullable UUID after) {
    return database.read(
        reader.controller(),
        handle -> {
          file.get(handle, plan);
          return items.page(handle, plan, after, ITEM_PAGE);
        });
  }

  private PlanView view(Handle handle, UUID id) {
    Course course = file.get(handle, id);
    Course.Plan plan = course.plan();
    return new PlanView(
        id,
        course.state().label(),
        plan.cause().name(),
        plan.proposer(),
        plan.proposedAt(),
        plan.dueOn(),
        k21.find(handle, plan).orElse(null),
        course.scopeDigest(),
        items.counts(handle, id),
        items.remaining(handle, id, MOST_REMAINING),
        course.steps().stream()
            .map(step ->
                new PlanView.PlanStep(
                    step.kind().name(),
                    step.at(),
                    step.actorId(),
                    step.scopeDigest(),
                    step.detail()))
            .toList(),
        recipients.counts(handle, id));
  }
}
