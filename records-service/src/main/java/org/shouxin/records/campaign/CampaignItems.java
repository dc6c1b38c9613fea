package org.shouxin.records.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.correction.CorrectionListener;
import org.shouxin.records.disclosure.GoodStanding;

/** What happens to an item: attempts, outcomes with their evidence, the commission hold. */
@ApplicationScoped
class CampaignItems implements CorrectionListener {
  /** So many misses before a person counts as unreachable. */
  static final int MISSES = 2;

  private final Database database;
  private final GoodStanding standing;
  private final AuditOutbox outbox;
  private final Clock clock;

  CampaignItems(Database database, GoodStanding standing, AuditOutbox outbox, Clock clock) {
    this.database = database;
    this.standing = standing;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** An outcome that staff or a partner can name; CORRECTED comes from a correction only. */
  enum Outcome {
    CONFIRMED_OK,
    UNREACHABLE,
    REFUSED
  }

  /** Records an attempt to reach the person. */
  void attempt(Actor actor, UUID id, String channel, boolean reached) {
    standing.require(actor);
    database.write(
        actor.controller(),
        handle -> {
          CampaignItem item = requireOpen(handle, actor, id);
          recordAttempt(handle, actor, item, channel, reached);
          return item;
        });
  }

  void recordAttempt(
      Handle handle, Actor actor, CampaignItem item, String channel, boolean reached) {
    handle
        .createUpdate(
            "insert into campaign_attempt"
                + " (controller_id, id, item_id, channel, reached, made_by, made_at)"
                + " values (?, ?, ?, ?, ?, ?, ?)")
        .bind(0, actor.controller())
        .bind(1, Ids.next())
        .bind(2, item.id())
        .bind(3, channel)
        .bind(4, reached)
        .bind(5, actor.id())
        .bind(6, clock.instant())
        .execute();
    outbox.record(
        handle,
        event(actor, "customer.contacted", item)
            .channel(channel)
            .reason(reached ? "REACHED" : "NOT_REACHED")
            .build());
  }

  /**
   * Closes an item for staff or a partner.
   *
   * @param evidence file number of what shows it
   * @throws ProblemException {@code EVIDENCE_REQUIRED} without evidence, or for UNREACHABLE before
   *     two attempts missed
   */
  CampaignItem close(Actor actor, UUID id, Outcome outcome, String evidence) {
    if (evidence.isBlank()) {
      throw new ProblemException(ProblemCode.EVIDENCE_REQUIRED);
    }
    standing.require(actor);
    return database.write(
        actor.controller(),
        handle -> {
          CampaignItem item = requireOpen(handle, actor, id);
          if (outcome == Outcome.UNREACHABLE && item.missed() < MISSES) {
            throw new ProblemException(ProblemCode.EVIDENCE_REQUIRED);
          }
          ItemState.Open open = new ItemState.Open();
          ItemState closed =
              switch (outcome) {
                case CONFIRMED_OK -> open.confirmed(evidence);
                case UNREACHABLE -> open.unreachable(evidence);
                case REFUSED -> open.refused(evidence);
              };
          return close(handle, actor, item, closed);
        });
  }

  /** The customer herself says that her data are right, or that she does not want to. */
  CampaignItem answer(Actor customer, UUID id, boolean right) {
    return database.write(
        customer.controller(),
        handle -> {
          CampaignItem item =
              ItemTable.lock(handle, id)
                  .filter(found -> customer.is(found.customer()))
                  .orElseThrow(() -> new ProblemException(ProblemCode.CAMPAIGN_NOT_FOUND));
          requireOpen(item);
          ItemState.Open open = new ItemState.Open();
          return close(
              handle,
              customer,
              item,
              right ? open.confirmed("customer") : open.refused("customer"));
        });
  }

  /** The customer's own open items. */
  List<CampaignItem> mine(Actor customer) {
    CustomerId id = customer.requireCustomer();
    return database.write(customer.controller(), handle -> ItemTable.openOf(handle, id));
  }

  /** A correction closes what it corrects: an item whose every field is right now is CORRECTED. */
  @Override
  public void applied(
      Handle handle, Actor decider, CustomerId customer, String field, UUID correction) {
    for (CampaignItem item : ItemTable.openOf(handle, customer)) {
      if (!item.openFields().contains(field)) {
        continue;
      }
      List<String> left = item.openFields().stream().filter(name -> !name.equals(field)).toList();
      ItemTable.setOpenFields(handle, item.id(), left);
      if (left.isEmpty()) {
        close(handle, decider, item, new ItemState.Open().corrected(correction.toString()));
      }
    }
  }

  /** Holds the commission of all policies of a campaign that are not right; how many items. */
  int hold(Actor actor, UUID campaign) {
    return database.write(
        actor.controller(),
        handle -> {
          if (CampaignTable.find(handle, campaign).isEmpty()) {
            throw new ProblemException(ProblemCode.CAMPAIGN_NOT_FOUND);
          }
          int held = ItemTable.hold(handle, campaign, clock.instant());
          outbox.record(
              handle,
              AuditEvents.of(actor, "campaign.commission_held", clock)
                  .purpose(Campaigns.PURPOSE)
                  .resource("campaign", campaign.toString())
                  .count(held)
                  .build());
          return held;
        });
  }

  private CampaignItem close(Handle handle, Actor actor, CampaignItem item, ItemState outcome) {
    Instant now = clock.instant();
    ItemTable.close(handle, actor, item.id(), outcome, now);
    outbox.record(
        handle, event(actor, "campaign.item.closed", item).reason(outcome.label()).build());
    if (outcome.isRight()
        && ItemTable.release(handle, item.campaignId(), item.policyId(), now) > 0) {
      outbox.record(handle, event(actor, "campaign.commission_released", item).build());
    }
    return ItemTable.lock(handle, item.id()).orElseThrow();
  }

  /** Lets everybody pass but a partner that may ask for nothing today (R-PT-01). */
  void requireStanding(Actor actor) {
    standing.require(actor);
  }

  CampaignItem requireOpen(Handle handle, Actor actor, UUID id) {
    ItemTable.Whose whose = Campaigns.whose(actor);
    CampaignItem item =
        ItemTable.lock(handle, id)
            .filter(
                found -> whose.partnerId() == null || whose.partnerId().equals(found.partnerId()))
            .filter(found ->
                whose.employeeNo() == null || whose.employeeNo().equals(found.employeeNo()))
            .orElseThrow(() -> new ProblemException(ProblemCode.CAMPAIGN_NOT_FOUND));
    requireOpen(item);
    return item;
  }

  private static void requireOpen(CampaignItem item) {
    if (!(item.state() instanceof ItemState.Open)) {
      throw new ProblemException(ProblemCode.CAMPAIGN_STATE_CONFLICT);
    }
  }

  AuditEvents event(Actor actor, String type, CampaignItem item) {
    return AuditEvents.of(actor, type, clock)
        .subject(item.customer())
        .purpose(Campaigns.PURPOSE)
        .recipient(item.partnerId())
        .resource("campaign.item", item.id().toString(), item.openFields());
  }
}
