package org.shouxin.records.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** What the insurer and the regulator are told: codes, outcomes and evidence, never a value. */
@ApplicationScoped
class CampaignReports {
  private final Database database;
  private final Campaigns campaigns;
  private final AuditOutbox outbox;
  private final Clock clock;

  CampaignReports(Database database, Campaigns campaigns, AuditOutbox outbox, Clock clock) {
    this.database = database;
    this.campaigns = campaigns;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A line of the report: one person in one policy. */
  record Line(
      UUID itemId,
      @Nullable String reference,
      List<String> defects,
      String state,
      @Nullable String evidence,
      boolean commissionHeld) {}

  /** The report to the insurer. */
  record Report(
      UUID campaignId,
      String insurer,
      String letterReference,
      String letterSha256,
      String dueOn,
      int policies,
      int cleanPolicies,
      Map<String, Long> outcomes,
      List<Line> lines) {}

  /** A partner that left items open past the last day, with what shows it. */
  record NonCooperation(String partnerId, int openItems, List<Neglected> items) {}

  /** An open item: when its partner was reminded, how often it tried. */
  record Neglected(
      UUID itemId,
      @Nullable String reference,
      List<String> openFields,
      int attempts,
      @Nullable Instant remindedAt) {}

  Report report(Actor actor, UUID id) {
    Report report =
        database.read(
            actor.controller(),
            handle -> {
              Campaign campaign = campaigns.get(handle, id);
              List<CampaignItem> items =
                  ItemTable.list(handle, id, ItemTable.Whose.EVERYBODYS, false);
              return report(campaign, items);
            });
    outbox.recordDurably(
        List.of(
            campaigns.event(actor, "campaign.reported", id).count(report.lines().size()).build()));
    return report;
  }

  /**
   * Partners with open items, from the day after the last one.
   *
   * @throws ProblemException {@code CAMPAIGN_STATE_CONFLICT} before that
   */
  List<NonCooperation> nonCooperation(Actor actor, UUID id) {
    List<NonCooperation> partners =
        database.read(
            actor.controller(),
            handle -> {
              Campaign campaign = campaigns.get(handle, id);
              if (clock.instant().isBefore(campaign.endsAt())) {
                throw new ProblemException(ProblemCode.CAMPAIGN_STATE_CONFLICT);
              }
              return byPartner(ItemTable.list(handle, id, ItemTable.Whose.EVERYBODYS, true));
            });
    outbox.recordDurably(
        List.of(
            campaigns
                .event(actor, "campaign.non_cooperation_read", id)
                .count(partners.size())
                .build()));
    return partners;
  }

  private static List<NonCooperation> byPartner(List<CampaignItem> open) {
    Map<String, List<Neglected>> partners = new TreeMap<>();
    for (CampaignItem item : open) {
      if (item.partnerId() != null) {
        partners
            .computeIfAbsent(item.partnerId(), partner -> new java.util.ArrayList<>())
            .add(
                new Neglected(
                    item.id(),
                    item.reference(),
                    item.openFields(),
                    item.attempts(),
                    item.remindedAt()));
      }
    }
    return partners.entrySet().stream()
        .map(each -> new NonCooperation(each.getKey(), each.getValue().size(), each.getValue()))
        .toList();
  }

  private static Report report(Campaign campaign, List<CampaignItem> items) {
    return new Report(
        campaign.id(),
        campaign.insurer(),
        campaign.letterReference(),
        campaign.letterSha256(),
        campaign.dueOn().toString(),
        campaign.policies(),
        campaign.cleanPolicies(),
        items.stream()
            .collect(
                Collectors.groupingBy(
                    item -> item.state().label(), TreeMap::new, Collectors.counting())),
        items.stream()
            .map(item ->
                new Line(
                    item.id(),
                    item.reference(),
                    item.defects().stream().map(ItemDefect::label).toList(),
                    item.state().label(),
                    item.state().evidence().isEmpty() ? null : item.state().evidence(),
                    item.held()))
            .toList());
  }
}
