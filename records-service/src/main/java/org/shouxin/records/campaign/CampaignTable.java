package org.shouxin.records.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;

/** SQL of campaign. */
final class CampaignTable {
  private static final String COLUMNS =
      "select id, insurer, letter_reference, letter_sha256, received_on, due_on, consequence,"
          + " policies, clean_policies, opened_by, opened_at, alarms, non_cooperation_at"
          + " from campaign ";

  private CampaignTable() {}

  /** False when this letter has opened a campaign already. */
  static boolean insert(Handle handle, ControllerId controller, Campaign campaign) {
    return handle
            .createUpdate(
                """
                insert into campaign
                  (controller_id, id, insurer, letter_reference, letter_sha256, received_on,
                   due_on, consequence, policies, clean_policies, opened_by, opened_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict on constraint campaign_letter_once do nothing\
                """)
            .bind(0, controller)
            .bind(1, campaign.id())
            .bind(2, campaign.insurer())
            .bind(3, campaign.letterReference())
            .bind(4, campaign.letterSha256())
            .bind(5, campaign.receivedOn())
            .bind(6, campaign.dueOn())
            .bind(7, campaign.consequence())
            .bind(8, campaign.policies())
            .bind(9, campaign.cleanPolicies())
            .bind(10, campaign.openedBy())
            .bind(11, campaign.openedAt())
            .execute()
        == 1;
  }

  static Optional<Campaign> find(Handle handle, UUID id) {
    return handle.createQuery(COLUMNS + "where id = ?").bind(0, id).mapTo(Campaign.class).findOne();
  }

  static List<Campaign> list(Handle handle) {
    return handle
        .createQuery(COLUMNS + "order by opened_at desc limit 200")
        .mapTo(Campaign.class)
        .list();
  }

  /** Campaigns whose clock still has something to say; held, others skip them. */
  static List<Campaign> takeWatched(Handle handle) {
    return handle
        .createQuery(COLUMNS + "where non_cooperation_at is null for update skip locked")
        .mapTo(Campaign.class)
        .list();
  }

  static void setAlarms(Handle handle, UUID id, int alarms) {
    handle.execute("update campaign set alarms = ? where id = ?", alarms, id);
  }

  static void drawnUp(Handle handle, UUID id, Instant when) {
    handle.execute(
        "update campaign set non_cooperation_at = ?::timestamptz where id = ?",
        when.toString(),
        id);
  }
}
