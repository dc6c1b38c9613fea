package org.shouxin.records.campaign;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.duty.DutyPeriods;
import org.shouxin.records.vault.Vault;

/**
 * The K-20 clock: reminders to whoever has open items 30, 7 and 1 days before the last day, and the
 * non-cooperation report on the day after it. Each is done once over all replicas.
 */
@ApplicationScoped
class CampaignRun {
  static final String CLOCK = "K-20";
  private static final String SERVICE = "records-service";

  private final Database database;
  private final Vault vault;
  private final DutyPeriods periods;
  private final AuditOutbox outbox;
  private final Clock clock;

  CampaignRun(
      Database database, Vault vault, DutyPeriods periods, AuditOutbox outbox, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.periods = periods;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Scheduled(
      every = "{shouxin.campaign.watch-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    for (ControllerId controller : vault.controllers()) {
      database.write(
          controller,
          handle -> {
            List<Campaign> watched = CampaignTable.takeWatched(handle);
            watched.forEach(campaign -> look(handle, controller, campaign));
            return watched.size();
          });
    }
  }

  private void look(Handle handle, ControllerId controller, Campaign campaign) {
    Instant now = clock.instant();
    LocalDate opened = campaign.openedAt().atZone(BusinessTime.ZONE).toLocalDate();
    DutyPeriods.Law law = periods.get(handle, CLOCK, opened);
    List<CampaignItem> open =
        ItemTable.list(handle, campaign.id(), ItemTable.Whose.EVERYBODYS, true);
    if (!now.isBefore(campaign.endsAt())) {
      end(handle, controller, campaign, open, now);
      return;
    }
    int due = law.alarmsBy(now, campaign.endsAt());
    if (due > campaign.alarms()) {
      CampaignTable.setAlarms(handle, campaign.id(), due);
      ItemTable.remind(handle, campaign.id(), now);
      outbox.record(handle, reminders(controller, campaign, open));
    }
  }

  /** One event for each partner and employee with open items. */
  private List<AuditEvent> reminders(
      ControllerId controller, Campaign campaign, List<CampaignItem> open) {
    Map<String, Integer> byPartner = new LinkedHashMap<>();
    int byStaff = 0;
    for (CampaignItem item : open) {
      if (item.partnerId() == null) {
        byStaff++;
      } else {
        byPartner.merge(item.partnerId(), 1, Integer::sum);
      }
    }
    List<AuditEvent> events = new ArrayList<>();
    byPartner.forEach((partner, count) ->
        events.add(
            event(controller, "campaign.reminded", campaign)
                .recipient(partner)
                .count(count)
                .build()));
    if (byStaff > 0) {
      events.add(event(controller, "campaign.reminded", campaign).count(byStaff).build());
    }
    return events;
  }

  private void end(
      Handle handle,
      ControllerId controller,
      Campaign campaign,
      List<CampaignItem> open,
      Instant now) {
    CampaignTable.drawnUp(handle, campaign.id(), now);
    outbox.record(
        handle,
        event(controller, open.isEmpty() ? "clock.met" : "clock.breached", campaign)
            .resource("clock." + CLOCK, campaign.id().toString())
            .build());
    open.stream()
        .map(CampaignItem::partnerId)
        .filter(partner -> partner != null)
        .distinct()
        .sorted()
        .forEach(partner ->
            outbox.record(
                handle,
                event(controller, "campaign.non_cooperation", campaign)
                    .recipient(partner)
                    .count(open.stream().filter(item -> partner.equals(item.partnerId())).count())
                    .build()));
  }

  private AuditEvents event(ControllerId controller, String type, Campaign campaign) {
    return AuditEvents.ofSystem(controller, SERVICE, type, clock)
        .purpose(Campaigns.PURPOSE)
        .resource("campaign", campaign.id().toString());
  }
}
