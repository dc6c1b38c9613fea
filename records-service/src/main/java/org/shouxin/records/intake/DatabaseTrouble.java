package org.shouxin.records.intake;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.ConnectionException;

/** Waits out a database that is away: an import pauses and goes on, it does not fail. */
final class DatabaseTrouble {
  private static final Logger LOG = Logger.getLogger(DatabaseTrouble.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  /** Connection, transaction rollback, out of resources, operator intervention. */
  private static final Set<String> PASSING = Set.of("08", "40", "53", "57");

  private DatabaseTrouble() {}

  /** The process is going down; the work goes on in the next one. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Does the work, again and again while the database is away. */
  static <T> T outlast(BooleanSupplier stopping, Supplier<T> work) {
    Duration pause = Duration.ofMillis(200);
    while (true) {
      if (stopping.getAsBoolean()) {
        throw new Stopped();
      }
      try {
        return work.get();
      } catch (RuntimeException trouble) {
        if (!passes(trouble)) {
          throw trouble;
        }
        LOG.warnf("the database is away, the import pauses for %s", pause);
        sleep(pause);
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                ? pause.multipliedBy(2)
                : LONGEST_PAUSE;
      }
    }
  }

  static boolean passes(Throwable trouble) {
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectionException
          || cause instanceof SQLTransientException
          || cause instanceof SQLRecoverableException) {
        return true;
      }
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && sql.getSQLState().length() == 5
          && PASSING.contains(sql.getSQLState().substring(0, 2))) {
        return true;
      }
    }
    return false;
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Stopped();
    }
  }
}
