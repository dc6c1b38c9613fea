package org.shouxin.consent.permission;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
 * Reads all that the decisions of a moment rest on by one statement: purpose and recipient with the
 * first row that needs them, each person's consent with hers. An unknown person costs what a known
 * one costs. Nothing is cached: a withdrawal that is committed is seen (promise 3).
 */
@ApplicationScoped
class FactsReader {
  private static final String SQL =
      "select purpose_in_force.*, recipient_now.*,"
          + """
           c.id as c_id, c.state as c_state,
            c.categories as c_categories, c.decided_at as c_decided_at, c.given_at as c_given_at,
            c.expires_at as c_expires_at, c.cooldown_until as c_cooldown_until, c.decided_as as c_decided_as,
            c.purpose_terms as c_purpose_terms, c.recipient_terms as c_recipient_terms,
            exists (select 1 from notice_change told
              where told.notice_id = c.notice_id and told.version > c.notice_version
                and told.effective_from <= ?
                and (told.subject = c.purpose or told.subject = (
                  select name from recipient where id = c.recipient_id)))
              or coalesce(c.recipient_uscc <> (
                select uscc from recipient where id = c.recipient_id), false) as c_told_anew,
            exists (select 1 from childhood h
              where h.customer_id = asked.id and h.fourteen_on > asked.day) as child,
            exists (select 1 from guardianship g
              where g.guardian_id = asked.guardian and g.child_id = asked.id
                and g.ended_at is null and g.ends_on > asked.day) as ward
          from (select u.*, ?::date as day
              from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::boolean[], ?::boolean[])
                with ordinality as u (id, guardian, purpose, partner, tells_purpose, tells_recipient, place)
            ) asked
          left join lateral (
          """
          + Purposes.inForce("asked.purpose and asked.tells_purpose", "asked.day")
          + ") purpose_in_force on true left join lateral (select "
          + RecipientMapper.COLUMNS
          + """
           from recipient rc where rc.id = asked.partner and asked.tells_recipient) recipient_now on true
          left join consent_record c on c.live and c.purpose = asked.purpose
            and c.recipient_key = asked.partner and c.customer_id = asked.id
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
   * @param toldAnew a later version of its notice tells purpose or recipient differently, or it
   *     arrived with a transfer and names another company than our recipient of that id
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

  /**
   * What somebody asks about people.
   *
   * @param partner the asking partner, empty for other actors
   * @param guardian the asking customer, null for other actors
   */
  record Asked(String purpose, String partner, @Nullable UUID guardian, List<UUID> people) {
    static Asked by(Actor actor, String purpose, List<UUID> people) {
      String partner = actor.partnerId();
      CustomerId customer = actor.customerId();
      return new Asked(
          purpose,
          partner == null ? "" : partner,
          customer == null ? null : customer.value(),
          people);
    }
  }

  /** Reads for questions of one controller; the answers are in their order. */
  List<Read> read(Handle handle, List<Asked> questions, Instant now) {
    Places places = new Places(questions);
    List<Row> rows =
        handle
            .createQuery(SQL)
            .bind(0, now.atOffset(ZoneOffset.UTC))
            .bind(1, LocalDate.ofInstant(now, BusinessTime.ZONE))
            .bind(2, places.people)
            .bind(3, places.guardians)
            .bind(4, places.purposes)
            .bind(5, places.partners)
            .bind(6, places.tellsPurpose)
            .bind(7, places.tellsRecipient)
            .map(this::row)
            .list();
    Map<String, Purpose> purpose = new HashMap<>();
    Map<String, Recipient> recipient = new HashMap<>();
    for (int place = 0; place < rows.size(); place++) {
      Row row = rows.get(place);
      if (row.purpose() != null) {
        purpose.put(places.purposes[place], row.purpose());
      }
      if (row.recipient() != null) {
        recipient.put(places.partners[place], row.recipient());
      }
    }
    List<Read> answers = new ArrayList<>();
    int from = 0;
    for (Asked asked : questions) {
      int to = from + asked.people().size();
      answers.add(
          new Read(
              purpose.get(asked.purpose()),
              recipient.get(asked.partner()),
              rows.subList(from, to).stream().map(Row::person).toList()));
      from = to;
    }
    return answers;
  }

  /** The questions by place: a row for each person, columns as the statement binds them. */
  private static final class Places {
    private final UUID[] people;
    private final @Nullable UUID[] guardians;
    private final String[] purposes;
    private final String[] partners;
    private final Boolean[] tellsPurpose;
    private final Boolean[] tellsRecipient;

    Places(List<Asked> questions) {
      int size = questions.stream().mapToInt(asked -> asked.people().size()).sum();
      people = new UUID[size];
      guardians = new UUID[size];
      purposes = new String[size];
      partners = new String[size];
      tellsPurpose = new Boolean[size];
      tellsRecipient = new Boolean[size];
      Set<String> toldPurposes = new HashSet<>();
      Set<String> toldRecipients = new HashSet<>();
      int place = 0;
      for (Asked asked : questions) {
        for (UUID person : asked.people()) {
          people[place] = person;
          guardians[place] = asked.guardian();
          purposes[place] = asked.purpose();
          partners[place] = asked.partner();
          tellsPurpose[place] = toldPurposes.add(asked.purpose());
          tellsRecipient[place] = toldRecipients.add(asked.partner());
          place++;
        }
      }
    }
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
