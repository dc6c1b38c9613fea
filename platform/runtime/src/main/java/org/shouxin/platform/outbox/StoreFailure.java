package org.shouxin.platform.outbox;

import java.sql.SQLException;

/**
 * Why the database stored nothing, in words that name no value: its own messages quote rows.
 *
 * <p>The codes are those of PostgreSQL (appendix A).
 */
final class StoreFailure {
  private StoreFailure() {}

  static String reason(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused && refused.getSQLState() != null) {
        return words(refused.getSQLState()) + " (SQLSTATE " + refused.getSQLState() + ")";
      }
    }
    return failed.getClass().getSimpleName();
  }

  private static String words(String state) {
    return switch (state) {
      case "53100" -> "the database's volume is full";
      case "25006" -> "the database is read-only";
      default ->
          state.startsWith("08") || state.startsWith("57P")
              ? "the database does not answer"
              : "the database refuses";
    };
  }
}
