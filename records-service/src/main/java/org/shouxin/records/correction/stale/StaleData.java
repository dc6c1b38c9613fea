package org.shouxin.records.correction.stale;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.customer.CustomerFiles;
import org.shouxin.records.customer.Fact;
import org.shouxin.records.customer.SealedCustomer;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.Vault;

/**
 * The nightly run over all customers. It opens one value of each, the document's last day, and
 * keeps a code; run twice, or on two replicas, it finds the same.
 */
@ApplicationScoped
class StaleData {
  /** No check in 24 months (R-RC-03). */
  static final Period CHECKED_WITHIN = Period.ofMonths(24);

  private static final int PAGE = 500;
  private static final Viewer SYSTEM = new Viewer(null, null, true);

  private final Database database;
  private final CustomerFiles files;
  private final Vault vault;
  private final AuditOutbox outbox;
  private final Clock clock;

  StaleData(Database database, CustomerFiles files, Vault vault, AuditOutbox outbox, Clock clock) {
    this.database = database;
    this.files = files;
    this.vault = vault;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Scheduled(
      cron = "0 30 2 * * ?",
      timeZone = "Asia/Shanghai",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    vault.controllers().forEach(this::run);
  }

  private void run(ControllerId controller) {
    Instant started = clock.instant();
    findExpired(controller, started);
    Instant since = started.atZone(BusinessTime.ZONE).minus(CHECKED_WITHIN).toInstant();
    database.write(
        controller,
        handle -> {
          StaleTable.bounced(handle, controller, "mobile", StaleCode.MOBILE_BOUNCED, started);
          StaleTable.bounced(handle, controller, "email", StaleCode.EMAIL_BOUNCED, started);
          StaleTable.unchecked(handle, controller, since, started);
          StaleTable.resolve(handle, started);
          outbox.record(
              handle,
              AuditEvents.ofSystem(controller, "records-service", "stale_data.listed", clock)
                  .purpose("P-24")
                  .resource("customer", null, List.of(Fact.ID_VALID_UNTIL.wire()))
                  .count(StaleTable.countOpen(handle))
                  .build());
          return started;
        });
  }

  private void findExpired(ControllerId controller, Instant started) {
    LocalDate today = BusinessTime.today(clock);
    UUID after = new UUID(0, 0);
    while (true) {
      UUID from = after;
      List<CustomerId> page =
          database.read(controller, handle -> StaleTable.page(handle, from, PAGE));
      if (page.isEmpty()) {
        return;
      }
      Map<CustomerId, SealedCustomer> people =
          database.read(controller, handle -> files.load(handle, controller, SYSTEM, page, false));
      Map<CustomerId, DataKey> keys = vault.openKeys(controller, page);
      List<CustomerId> expired =
          people.values().stream()
              .filter(person -> isExpired(person, keys.get(person.id()), today))
              .map(SealedCustomer::id)
              .toList();
      if (!expired.isEmpty()) {
        database.write(
            controller,
            handle -> {
              StaleTable.expired(handle, controller, expired, started);
              return expired.size();
            });
      }
      after = page.getLast().value();
    }
  }

  private static boolean isExpired(
      SealedCustomer person, @org.jspecify.annotations.Nullable DataKey key, LocalDate today) {
    return key != null
        && person
            .open(Fact.ID_VALID_UNTIL, key)
            .map(LocalDate::parse)
            .filter(last -> last.isBefore(today))
            .isPresent();
  }
}
