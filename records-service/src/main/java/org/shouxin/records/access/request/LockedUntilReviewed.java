package org.shouxin.records.access.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.ControllerId;

/**
 * Employees whose break-glass nobody reviewed within K-23: no access until it is. Read anew every
 * {@link #FRESH}, so that no request waits for it.
 */
@ApplicationScoped
public class LockedUntilReviewed {
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Database database;
  private final Clock clock;
  private final Map<ControllerId, Snapshot> snapshots = new ConcurrentHashMap<>();

  LockedUntilReviewed(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Snapshot(Instant readAt, Set<String> employees) {}

  public boolean includes(Actor actor) {
    if (actor.kind() != ActorKind.EMPLOYEE) {
      return false;
    }
    Instant now = clock.instant();
    Snapshot known = snapshots.get(actor.controller());
    if (known == null || known.readAt.plus(FRESH).isBefore(now) || known.readAt.isAfter(now)) {
      known =
          new Snapshot(
              now,
              database.read(
                  actor.controller(), handle -> Set.copyOf(RequestRows.listLocked(handle, now))));
      snapshots.put(actor.controller(), known);
    }
    return known.employees.contains(actor.id());
  }

  /** The next request sees what was reviewed. */
  void changed(ControllerId controller) {
    snapshots.remove(controller);
  }
}
