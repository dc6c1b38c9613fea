package org.shouxin.consent.permission;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.consentrecord.ConsentState;
import org.shouxin.consent.consentrecord.ConsentStates;
import org.shouxin.consent.purpose.Category;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.purpose.PurposeMapper;
import org.shouxin.consent.purpose.Purposes;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.consent.recipient.RecipientMapper;

/**
 * Reads all that a batch of decisions rests on by one statement: purpose and recipient with the
 * first row, each person's consent with hers. An unknown person costs what a known one costs.
 * Nothing is cached: a withdrawal that is committed is seen (promise 3).
 */
@ApplicationScoped
class FactsReader {
  private static final String SQL =
      "with purpose_in_force as ("
          + Purposes.IN_FORCE
          + "), recipient_now as (select "
          + RecipientMapper.COLUMNS
          + " from recipient rc where rc.id = ?)"
          + """
          select purpose_in_force.*, recipient_now.*, c.id as c_id, c.state as c_state,
            c.categories as c_categories, c.decided_at as c_decided_at, c.given_at as c_given_at,
            c.expires_at as c_expires_at, c.cooldown_until as c_cooldown_until,
            c.purpose_terms as c_purpose_terms, c.recipient_terms as c_recipient_terms
          from unnest(?::uuid[]) with ordinality as asked (id, place)
          left join purpose_in_force on asked.place = 1
          left join recipient_now on asked.place = 1
          left join consent_record c on c.live and c.purpose = ? and c.recipient_key = ?
            and c.customer_id = asked.id
          order by asked.place
          """;

  private final PurposeMapper purposes = new PurposeMapper();
  private final RecipientMapper recipients = new RecipientMapper();

  /** What was read; {@code consents} in the order of the people, null where there is none. */
  record Read(
      @Nullable Purpose purpose,
      @Nullable Recipient recipient,
      List<@Nullable StoredState> consents) {}

  /** A consent as stored, with the terms it was given on. */
  record StoredState(
      UUID id,
      ConsentState state,
      Set<Category> categories,
      int purposeTerms,
      int recipientTerms) {}

  private record Row(
      @Nullable Purpose purpose, @Nullable Recipient recipient, @Nullable StoredState consent) {}

  /** Reads for people in an order; {@code partner} is the calling partner, null for others. */
  Read read(
      Handle handle, String purpose, @Nullable String partner, List<UUID> people, LocalDate day) {
    List<Row> rows =
        handle
            .createQuery(SQL)
            .bind(0, purpose)
            .bind(1, day)
            .bind(2, day)
            .bind(3, partner == null ? "" : partner)
            .bind(4, people.toArray(UUID[]::new))
            .bind(5, purpose)
            .bind(6, partner == null ? "" : partner)
            .map(this::row)
            .list();
    List<@Nullable StoredState> consents = new ArrayList<>();
    rows.forEach(row -> consents.add(row.consent()));
    Row first = rows.getFirst();
    return new Read(first.purpose(), first.recipient(), consents);
  }

  private Row row(ResultSet row, StatementContext context) throws SQLException {
    return new Row(
        row.getString("code") == null ? null : purposes.map(row, context),
        row.getString("r_id") == null ? null : recipients.map(row, context),
        consent(row));
  }

  private static @Nullable StoredState consent(ResultSet row) throws SQLException {
    ConsentState state = ConsentStates.read(row, "c_");
    if (state == null) {
      return null;
    }
    Set<Category> categories =
        Arrays.stream((String[]) row.getArray("c_categories").getArray())
            .map(Category::valueOf)
            .collect(Collectors.toUnmodifiableSet());
    return new StoredState(
        row.getObject("c_id", UUID.class),
        state,
        categories,
        row.getInt("c_purpose_terms"),
        row.getInt("c_recipient_terms"));
  }
}
