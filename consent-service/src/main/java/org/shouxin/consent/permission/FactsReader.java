package org.shouxin.consent.permission;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.shouxin.consent.guardianship.DecidedAs;
import org.shouxin.consent.purpose.Category;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.purpose.PurposeMapper;
import org.shouxin.consent.purpose.Purposes;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.consent.recipient.RecipientMapper;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.time.BusinessTime;

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
            c.expires_at as c_expires_at, c.cooldown_until as c_cooldown_until, c.decided_as as c_decided_as,
            c.purpose_terms as c_purpose_terms, c.recipient_terms as c_recipient_terms,
            exists (select 1 from notice_change told
              where told.notice_id = c.notice_id and told.version > c.notice_version
                and told.effective_from <= ?
                and (told.subject = c.purpose or told.subject = (
                  select name from recipient where id = c.recipient_id))) as c_told_anew,
            exists (select 1 from childhood h
              where h.customer_id = asked.id and h.fourteen_on > ?) as child,
            exists (select 1 from guardianship g
              where g.guardian_id = cast(? as uuid) and g.child_id = asked.id
                and g.ended_at is null and g.ends_on > ?) as ward
          from unnest(?::uuid[]) with ordinality as asked (id, place)
          left join purpose_in_force on asked.place = 1
          left join recipient_now on asked.place = 1
          left join consent_record c on c.live and c.purpose = ? and c.recipient_key = ?
            and c.customer_id = asked.id
          order by asked.place
          """;

  private final PurposeMapper purposes = new PurposeMapper();
  private final RecipientMapper recipients = new RecipientMapper();

  /** What was read; {@code people} in the order of the question. */
  record Read(@Nullable Purpose purpose, @Nullable Recipient recipient, List<OfPerson> people) {}

  /**
   * What is known here of one person.
   *
   * @param child under 14
   * @param ward a child for whom the asking customer decides
   * @param consent null when there is none
   */
  record OfPerson(boolean child, boolean ward, @Nullable StoredState consent) {}

  /**
   * A consent as stored, with the terms it was given on.
   *
   * @param toldAnew a later version of its notice tells purpose or recipient differently
   */
  record StoredState(
      UUID id,
      ConsentState state,
      DecidedAs decidedAs,
      Set<Category> categories,
      boolean toldAnew,
      int purposeTerms,
      int recipientTerms) {}

  private record Row(@Nullable Purpose purpose, @Nullable Recipient recipient, OfPerson person) {}

  /** Reads for people in an order, as the actor asks. */
  Read read(Handle handle, String purpose, Actor actor, List<UUID> people, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, BusinessTime.ZONE);
    String partner = actor.partnerId();
    CustomerId customer = actor.customerId();
    List<Row> rows =
        handle
            .createQuery(SQL)
            .bind(0, purpose)
            .bind(1, day)
            .bind(2, day)
            .bind(3, partner == null ? "" : partner)
            .bind(4, now.atOffset(ZoneOffset.UTC))
            .bind(5, day)
            .bindByType(6, customer == null ? null : customer.value(), UUID.class)
            .bind(7, day)
            .bind(8, people.toArray(UUID[]::new))
            .bind(9, purpose)
            .bind(10, partner == null ? "" : partner)
            .map(this::row)
            .list();
    Row first = rows.getFirst();
    return new Read(first.purpose(), first.recipient(), rows.stream().map(Row::person).toList());
  }

  private Row row(ResultSet row, StatementContext context) throws SQLException {
    return new Row(
        row.getString("code") == null ? null : purposes.map(row, context),
        row.getString("r_id") == null ? null : recipients.map(row, context),
        new OfPerson(row.getBoolean("child"), row.getBoolean("ward"), consent(row)));
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
        DecidedAs.valueOf(row.getString("c_decided_as")),
        categories,
        row.getBoolean("c_told_anew"),
        row.getInt("c_purpose_terms"),
        row.getInt("c_recipient_terms"));
  }
}
