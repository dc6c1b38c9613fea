package org.shouxin.consent.rightsreview;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Closes reviews that are due and opens the next quarter's; one that fails keeps none back. */
@ApplicationScoped
class ReviewWatch {
  private static final Logger LOG = Logger.getLogger(ReviewWatch.class);

  private final ReviewSchedule schedule;
  private final RightsReviews reviews;
  private final Clock clock;

  ReviewWatch(ReviewSchedule schedule, RightsReviews reviews, Clock clock) {
    this.schedule = schedule;
    this.reviews = reviews;
    this.clock = clock;
  }

  @Scheduled(
      every = "{shouxin.consent.review.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    for (ReviewSchedule.Due due : schedule.listDue(clock.instant())) {
      try {
        UUID open = due.campaignId();
        if (open == null) {
          reviews.open(due.controllerId(), null);
        } else {
          reviews.close(due.controllerId(), open);
        }
      } catch (RuntimeException failed) {
        LOG.errorf(failed, "the review of %s waits", due.controllerId());
      }
    }
  }
}
