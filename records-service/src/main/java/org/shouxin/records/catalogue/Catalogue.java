package org.shouxin.records.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.time.BusinessTime;

/**
 * The grades in force, bound by the matrix of DR-13 in force. A re-graded field shows its new mask
 * at once where it was approved, and within {@link #FRESH} on every other replica.
 */
@ApplicationScoped
public class Catalogue {
  static final Duration FRESH = Duration.ofSeconds(5);

  private final Database database;
  private final Clock clock;
  private final Map<ControllerId, Snapshot> snapshots = new ConcurrentHashMap<>();

  Catalogue(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A controller's grades by field name. A field that is not among them must not be served. */
  public Map<String, FieldGrade> grades(ControllerId controller) {
    Instant now = clock.instant();
    Snapshot known = snapshots.get(controller);
    if (known == null || known.readAt.plus(FRESH).isBefore(now)) {
      known = new Snapshot(now, read(controller, now));
      snapshots.put(controller, known);
    }
    return known.grades;
  }

  /** The next read sees what is in force then. */
  void changed(ControllerId controller) {
    snapshots.remove(controller);
  }

  private Map<String, FieldGrade> read(ControllerId controller, Instant now) {
    return database.read(
        controller,
        handle -> {
          AccessMatrix matrix = MatrixTable.inForce(handle, BusinessTime.today(clock));
          return GradeTable.inForce(handle, now).stream()
              .map(matrix::bound)
              .collect(Collectors.toUnmodifiableMap(FieldGrade::field, Function.identity()));
        });
  }

  private record Snapshot(Instant readAt, Map<String, FieldGrade> grades) {}
}
