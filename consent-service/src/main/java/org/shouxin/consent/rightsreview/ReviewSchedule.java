package org.shouxin.consent.rightsreview;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.time.BusinessTime;

/** Which controller's review ends or begins when: one a quarter, from the first one on. */
@ApplicationScoped
class ReviewSchedule {
  private final Database database;

  ReviewSchedule(Database database) {
    this.database = database;
  }

  /** A controller to look at; {@code campaignId} null when the next review is to be opened. */
  public record Due(ControllerId controllerId, @Nullable UUID campaignId) {}

  List<Due> listDue(Instant now) {
    return database.systemRead(handle ->
        handle
            .createQuery(
                "select controller_id, campaign_id from review_schedule where look_again_at <= ?"
                    + " order by look_again_at limit 100")
            .bind(0, now)
            .mapTo(Due.class)
            .list());
  }

  /** False while another review is open. */
  boolean begin(Handle handle, ControllerId controller, RightsReview review) {
    return handle.execute(
            "insert into review_schedule (controller_id, campaign_id, look_again_at)"
                + " values (?, ?, ?) on conflict on constraint review_schedule_pk do update"
                + " set campaign_id = excluded.campaign_id, look_again_at = excluded.look_again_at"
                + " where review_schedule.campaign_id is null",
            controller,
            review.id(),
            review.dueAt())
        == 1;
  }

  void end(Handle handle, ControllerId controller, Instant now) {
    handle.execute(
        "update review_schedule set campaign_id = null, look_again_at = ?"
            + " where controller_id = ?",
        nextQuarter(now),
        controller);
  }

  private static Instant nextQuarter(Instant now) {
    LocalDate day = LocalDate.ofInstant(now, BusinessTime.ZONE);
    return day.with(IsoFields.DAY_OF_QUARTER, 1)
        .plus(1, IsoFields.QUARTER_YEARS)
        .atStartOfDay(BusinessTime.ZONE)
        .toInstant();
  }
}
