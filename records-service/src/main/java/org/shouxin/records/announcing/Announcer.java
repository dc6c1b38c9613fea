package org.shouxin.records.announcing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.customer.Announcements;
import org.shouxin.records.customer.Announcements.Kind;
import org.shouxin.records.customer.Announcements.Waiting;
import org.shouxin.records.customer.Birth;
import org.shouxin.records.customer.CustomerFiles;
import org.shouxin.records.customer.SealedCustomer;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.Vault;

/**
 * Carries announcements to consent-service, at least once, for as long as it takes. What two
 * replicas tell at once is told twice, which changes nothing.
 */
@ApplicationScoped
class Announcer {
  private static final Logger LOG = Logger.getLogger(Announcer.class);
  private static final int BATCH = 200;
  private static final Viewer NOBODY = new Viewer(null, null, false);

  private final Database database;
  private final CustomerFiles files;
  private final Vault vault;
  private final ConsentIntake consent;
  private final Clock clock;

  Announcer(
      Database database,
      CustomerFiles files,
      Vault vault,
      @RestClient ConsentIntake consent,
      Clock clock) {
    this.database = database;
    this.files = files;
    this.vault = vault;
    this.consent = consent;
    this.clock = clock;
  }

  @Scheduled(
      every = "${shouxin.announcement.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tellAll() {
    try {
      for (Kind kind : Kind.values()) {
        boolean more = true;
        while (more) {
          more = tell(kind) == BATCH;
        }
      }
    } catch (RuntimeException away) {
      LOG.warnf("announcements wait: %s", away.getClass().getSimpleName());
    }
  }

  private int tell(Kind kind) {
    List<Waiting> waiting =
        database.systemRead(handle -> Announcements.listWaiting(handle, kind, BATCH));
    if (!waiting.isEmpty()) {
      switch (kind) {
        case CHILD ->
            tellAsItStands(
                () -> children(waiting), now -> consent.children(new ConsentIntake.Children(now)));
        case INSURED -> consent.insured(new ConsentIntake.Insured(people(waiting)));
        case DEPARTED ->
            tellAsItStands(
                () -> leavers(waiting), now -> consent.departed(new ConsentIntake.Departed(now)));
      }
      database.systemWrite(handle -> {
        Announcements.told(handle, waiting);
        return waiting.size();
      });
    }
    return waiting.size();
  }

  /**
   * Tells, and again until it still stands once it was told: of two replicas, the slower would
   * otherwise have the last word with what is true no longer.
   */
  static <T> void tellAsItStands(Supplier<List<T>> facts, Consumer<List<T>> tell) {
    List<T> now = facts.get();
    List<T> said = List.of();
    while (!now.equals(said)) {
      said = now;
      tell.accept(said);
      now = facts.get();
    }
  }

  private static List<ConsentIntake.Person> people(List<Waiting> waiting) {
    return waiting.stream()
        .map(one -> new ConsentIntake.Person(one.controller().value(), one.customer().toString()))
        .toList();
  }

  /** As it stands when it is told: whoever was held after the cut-over is here again (D-142). */
  private List<ConsentIntake.Leaver> leavers(List<Waiting> waiting) {
    List<ConsentIntake.Leaver> leavers = new ArrayList<>();
    waiting.stream()
        .collect(
            Collectors.groupingBy(
                Waiting::controller, Collectors.mapping(Waiting::customer, Collectors.toList())))
        .forEach((controller, ids) -> {
          Set<CustomerId> here =
              database.read(controller, handle -> files.present(handle, controller, ids));
          ids.forEach(id ->
              leavers.add(
                  new ConsentIntake.Leaver(controller.value(), id.toString(), here.contains(id))));
        });
    return leavers;
  }

  private List<ConsentIntake.Child> children(List<Waiting> waiting) {
    List<ConsentIntake.Child> children = new ArrayList<>();
    waiting.stream()
        .collect(
            Collectors.groupingBy(
                Waiting::controller, Collectors.mapping(Waiting::customer, Collectors.toList())))
        .forEach((controller, ids) -> children.addAll(children(controller, ids)));
    return children;
  }

  private List<ConsentIntake.Child> children(ControllerId controller, Collection<CustomerId> ids) {
    Map<CustomerId, SealedCustomer> stored =
        database.read(controller, handle -> files.load(handle, controller, NOBODY, ids, false));
    Map<CustomerId, DataKey> keys = vault.openKeys(controller, ids);
    return ids.stream()
        .map(id ->
            new ConsentIntake.Child(
                controller.value(), id.toString(), fourteenOn(stored.get(id), keys.get(id))))
        .toList();
  }

  private @Nullable String fourteenOn(@Nullable SealedCustomer customer, @Nullable DataKey key) {
    if (customer == null || key == null) {
      return null;
    }
    return Birth.of(customer, key)
        .map(Announcements::fourteenOn)
        .filter(day -> day.isAfter(BusinessTime.today(clock)))
        .map(LocalDate::toString)
        .orElse(null);
  }
}
