package org.shouxin.audit.whistle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.time.BusinessTime;

/**
 * For 12 months: what happened to the rights of a reporter on a day is told to both handlers, by a
 * sealed line of the same length for every report and day. The database learns neither whose rights
 * nor whether anything happened.
 */
@Singleton
class RetaliationWatch {
  private static final int LINE = 2048;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Changes of an employee's rights or position, by the beginning of their types. */
  private static final List<String> RIGHTS =
      List.of(
          "right.%",
          "person.%",
          "staff.%",
          "account.%",
          "assignment.%",
          "customers.%",
          "clearance.%",
          "alert.%",
          "banned_person.%",
          "entitlement.%",
          "review.%",
          "training.%",
          "certificate.%",
          "nda.%",
          "police.%",
          "termination.%",
          "registration.%",
          "manager.%",
          "access.break_glass.%");

  private static final String EVENTS =
      """
      select l.entry from audit_event e join log_entry l on l.log_index = e.log_index
       where e.controller_id = :controller and e.type like any(:types)
         and e.occurred_at >= :from and e.occurred_at < :until
       order by e.log_index limit 10000\
      """;

  private final Database database;
  private final WatchKey watch;
  private final Clock clock;

  @Inject
  RetaliationWatch(Database database, WatchKey watch, Clock clock) {
    this.database = database;
    this.watch = watch;
    this.clock = clock;
  }

  /** A change of somebody's rights. */
  private record Change(String employeeNo, String type, String at) {
    String line() {
      return at + " " + type;
    }
  }

  @Scheduled(
      every = "{shouxin.whistle.look-every}",
      delayed = "2m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void yesterday() {
    look(BusinessTime.today(clock).minusDays(1));
  }

  /** Looks at a day, for every report that has no line of it yet. */
  void look(LocalDate day) {
    List<String> controllers =
        database.systemRead(handle ->
            handle.createQuery("select whistle_controllers()").mapTo(String.class).list());
    for (String name : controllers) {
      ControllerId controller = new ControllerId(name);
      database.write(
          controller,
          handle -> {
            List<WhistleReport> watched = WhistleRows.listWatched(handle, day);
            if (!watched.isEmpty()) {
              List<Change> changes = changes(handle, controller, day);
              watched.forEach(report -> tell(handle, controller, report, day, changes));
            }
            return watched.size();
          });
    }
  }

  private void tell(
      Handle handle,
      ControllerId controller,
      WhistleReport report,
      LocalDate day,
      List<Change> changes) {
    String happened =
        changes.stream()
            .filter(change -> watch.isOf(report.watchIndex(), report.id(), change.employeeNo()))
            .map(Change::line)
            .limit(30)
            .collect(Collectors.joining("\n"));
    Handlers.Pair handlers = Handlers.require(handle);
    byte[] line = Padding.pad(happened, LINE);
    WhistleRows.addDigest(
        handle,
        controller,
        report.id(),
        new WhistleRows.Digest(
            day,
            HandlerKey.parse(handlers.first().publicKey()).seal(line),
            HandlerKey.parse(handlers.second().publicKey()).seal(line)));
  }

  private static List<Change> changes(Handle handle, ControllerId controller, LocalDate day) {
    Instant from = day.atStartOfDay(BusinessTime.ZONE).toInstant();
    Instant until = day.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant();
    return handle
        .createQuery(EVENTS)
        .bind("controller", controller)
        .bindArray("types", String.class, RIGHTS)
        .bind("from", from)
        .bind("until", until)
        .mapTo(String.class)
        .list()
        .stream()
        .flatMap(entry -> change(entry).stream())
        .toList();
  }

  /** Whose rights an event is about: the actor it concerns, or the employee that it names. */
  private static Optional<Change> change(String entry) {
    JsonNode content = read(entry);
    String concerns = content.path("concerns").asText();
    JsonNode resource = content.path("resource");
    String employee =
        concerns.startsWith("employee:")
            ? concerns.substring("employee:".length())
            : List.of("employee", "person", "staff").contains(resource.path("type").asText())
                ? resource.path("id").asText()
                : "";
    return employee.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Change(
                employee, content.path("type").asText(), content.path("occurredAt").asText()));
  }

  private static JsonNode read(String entry) {
    try {
      return JSON.readTree(entry);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("an entry of the log is no JSON", broken);
    }
  }
}
