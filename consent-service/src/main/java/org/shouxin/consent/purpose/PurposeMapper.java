package org.shouxin.consent.purpose;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a {@link Purpose} from the columns of {@link Purposes#COLUMNS}. */
public final class PurposeMapper implements RowMapper<Purpose> {

  @Override
  public Purpose map(ResultSet row, StatementContext context) throws SQLException {
    return new Purpose(
        row.getString("code"),
        row.getInt("version"),
        row.getInt("terms_version"),
        PurposeStatus.valueOf(row.getString("status")),
        row.getObject("valid_from", LocalDate.class),
        words(row, "name"),
        words(row, "words"),
        words(row, "method"),
        LegalBasis.valueOf(row.getString("basis")),
        row.getString("article"),
        Evidence.valueOf(row.getString("evidence")),
        SeparateConsent.valueOf(row.getString("separate")),
        Withdrawal.valueOf(row.getString("withdrawal")),
        words(row, "withdrawal_effect"),
        row.getBoolean("consent_applicable"),
        row.getBoolean("recipient_required"),
        row.getString("dpv_iri"),
        set(row, "roles", role -> role),
        set(row, "categories", Category::valueOf),
        set(row, "fields", name -> DataField.find(name).orElseThrow()),
        row.getBoolean("allowed_when_restricted"),
        Period.ofMonths(row.getInt("consent_months")),
        row.getString("retention_class"),
        words(row, "retention"),
        row.getString("pipia_reference"));
  }

  private static Words words(ResultSet row, String name) throws SQLException {
    return new Words(row.getString(name + "_zh"), row.getString(name + "_en"));
  }

  private static <T> Set<T> set(ResultSet row, String column, Function<String, T> read)
      throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray())
        .map(read)
        .collect(Collectors.toUnmodifiableSet());
  }
}
