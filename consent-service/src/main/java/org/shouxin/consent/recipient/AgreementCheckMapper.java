package org.shouxin.consent.recipient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads an {@link AgreementCheck} with its closure. */
final class AgreementCheckMapper implements RowMapper<AgreementCheck> {
  @Override
  public AgreementCheck map(ResultSet row, StatementContext context) throws SQLException {
    List<Clause> breached = clauses(row, "breached");
    return new AgreementCheck(
        row.getObject("id", UUID.class),
        row.getString("recipient_id"),
        row.getString("agreement_reference"),
        row.getObject("checked_on", LocalDate.class),
        clauses(row, "kept"),
        breached,
        row.getString("evidence"),
        row.getString("checked_by"),
        row.getObject("checked_at", OffsetDateTime.class).toInstant(),
        breached.isEmpty() ? new CheckState.Kept() : caseOf(row));
  }

  private static CheckState caseOf(ResultSet row) throws SQLException {
    OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
    return closedAt == null
        ? new CheckState.Open()
        : new CheckState.Closed(
            CheckOutcome.valueOf(row.getString("outcome")),
            row.getString("closed_by"),
            closedAt.toInstant());
  }

  private static List<Clause> clauses(ResultSet row, String column) throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray()).map(Clause::valueOf).toList();
  }
}
