package org.shouxin.consent.recipient;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.Category;
import org.shouxin.consent.purpose.DataField;
import org.shouxin.consent.purpose.Words;

/**
 * Reads a {@link Recipient} from {@link #COLUMNS}; all start with {@code r_}, so that joins stay
 * plain.
 */
public final class RecipientMapper implements RowMapper<Recipient> {

  /** Columns of table alias {@code rc}. */
  public static final String COLUMNS =
      """
      rc.id as r_id, rc.version as r_version, rc.terms_version as r_terms_version, rc.name as r_name,
      rc.role as r_role, rc.uscc as r_uscc, rc.country as r_country, rc.address as r_address,
      rc.contact_email as r_contact_email, rc.contact_phone as r_contact_phone,
      rc.licence_number as r_licence_number, rc.licence_expires_on as r_licence_expires_on,
      rc.licence_scope as r_licence_scope, rc.licence_regions as r_licence_regions,
      rc.self_assessment_reference as r_self_assessment_reference,
      rc.self_assessment_completed_on as r_self_assessment_completed_on,
      rc.agreement_reference as r_agreement_reference, rc.agreement_starts_on as r_agreement_starts_on,
      rc.agreement_ends_on as r_agreement_ends_on, rc.clauses as r_clauses, rc.purposes as r_purposes,
      rc.categories as r_categories, rc.fields as r_fields, rc.method_zh as r_method_zh,
      rc.method_en as r_method_en, rc.pipia_reference as r_pipia_reference,
      rc.pipia_completed_on as r_pipia_completed_on, rc.reviewed_on as r_reviewed_on,
      rc.suspended_at as r_suspended_at, rc.suspension_reason as r_suspension_reason
      """;

  @Override
  public Recipient map(ResultSet row, StatementContext context) throws SQLException {
    return new Recipient(
        row.getString("r_id"),
        row.getInt("r_version"),
        row.getInt("r_terms_version"),
        row.getString("r_name"),
        RecipientRole.valueOf(row.getString("r_role")),
        new Uscc(row.getString("r_uscc")),
        row.getString("r_country"),
        row.getString("r_address"),
        new Recipient.Contact(row.getString("r_contact_email"), row.getString("r_contact_phone")),
        new Recipient.Licence(
            row.getString("r_licence_number"),
            day(row, "r_licence_expires_on"),
            row.getString("r_licence_scope"),
            regions(row)),
        new Recipient.Agreement(
            row.getString("r_agreement_reference"),
            day(row, "r_agreement_starts_on"),
            day(row, "r_agreement_ends_on"),
            set(row, "r_clauses", Clause::valueOf),
            set(row, "r_purposes", code -> code),
            set(row, "r_categories", Category::valueOf),
            set(row, "r_fields", name -> DataField.find(name).orElseThrow()),
            new Words(row.getString("r_method_zh"), row.getString("r_method_en"))),
        new Recipient.Assessment(
            row.getString("r_pipia_reference"), day(row, "r_pipia_completed_on")),
        day(row, "r_reviewed_on"),
        selfAssessment(row),
        suspension(row));
  }

  private static @Nullable List<String> regions(ResultSet row) throws SQLException {
    Array regions = row.getArray("r_licence_regions");
    return regions == null ? null : List.of((String[]) regions.getArray());
  }

  private static Recipient.@Nullable Assessment selfAssessment(ResultSet row) throws SQLException {
    String reference = row.getString("r_self_assessment_reference");
    return reference == null
        ? null
        : new Recipient.Assessment(reference, day(row, "r_self_assessment_completed_on"));
  }

  private static Recipient.@Nullable Suspension suspension(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("r_suspended_at", OffsetDateTime.class);
    return at == null
        ? null
        : new Recipient.Suspension(at.toInstant(), row.getString("r_suspension_reason"));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  private static <T> Set<T> set(ResultSet row, String column, Function<String, T> read)
      throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray())
        .map(read)
        .collect(Collectors.toUnmodifiableSet());
  }
}
