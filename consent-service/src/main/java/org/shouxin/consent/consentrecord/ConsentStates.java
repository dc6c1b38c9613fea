package org.shouxin.consent.consentrecord;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * States as columns {@code state, decided_at, given_at, expires_at, cooldown_until}, read back as
 * types.
 */
public final class ConsentStates {
  private ConsentStates() {}

  /** Reads a state from columns with a prefix; null when there is no row (outer join). */
  public static @Nullable ConsentState read(ResultSet row, String prefix) throws SQLException {
    String state = row.getString(prefix + "state");
    if (state == null) {
      return null;
    }
    return switch (state) {
      case "REQUESTED" -> new ConsentState.Requested(at(row, prefix + "decided_at"));
      case "REFUSED" ->
          new ConsentState.Refused(
              at(row, prefix + "decided_at"), at(row, prefix + "cooldown_until"));
      case "GIVEN", "RENEWED" ->
          new ConsentState.Given(
              at(row, prefix + "given_at"),
              at(row, prefix + "expires_at"),
              state.equals("RENEWED"));
      case "WITHDRAWN" ->
          new ConsentState.Withdrawn(at(row, prefix + "given_at"), at(row, prefix + "decided_at"));
      case "REVOKED" ->
          new ConsentState.Revoked(at(row, prefix + "given_at"), at(row, prefix + "decided_at"));
      default -> throw new IllegalStateException("consent state " + state);
    };
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
