package org.shouxin.records.announcing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.Book;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.customer.Announcements;
import org.shouxin.records.customer.PersonFacts;

@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class AnnouncerTest {
  @Inject Book book;
  @Inject Database database;
  @Inject Announcer announcer;

  private final LocalDate today = BusinessTime.today(Clock.system(BusinessTime.ZONE));
  private ConsentService consent;

  @BeforeEach
  void tellWhatOtherTestsLeft() {
    consent = new ConsentService();
    consent.isTold();
    announcer.tellAll();
    consent = new ConsentService();
    consent.isTold();
  }

  @Test
  void aChildIsAnnouncedOnceWithTheDayOnWhichSheIs14() {
    LocalDate born = today.minusYears(9);
    CustomerId child = book.admit(Book.person("林小雨", born));
    CustomerId beneficiary = book.admit(Book.byNumber(Book.person("林小月", born)));
    CustomerId grown = book.admit(Book.person("林大雨", today.minusYears(14)));

    announcer.tellAll();
    announcer.tellAll();

    assertThat(consent.toldOfChildren()).hasSize(1);
    assertThat(consent.toldOfChildren().getFirst())
        .contains(
            child.toString(), beneficiary.toString(), born.plusYears(14).toString(), "ctl-donghai")
        .doesNotContain(grown.toString());
  }

  @Test
  void anInsuredWhoIsNotTheApplicantIsAnnouncedAndTheApplicantIsNot() {
    PersonFacts applicant = Book.person("赵明");
    PersonFacts insured = Book.person("赵亮");
    book.admit(
        Book.DONGHAI,
        Book.policy(Book.nextPolicyNumber(), applicant, insured),
        Book.policy(Book.nextPolicyNumber(), applicant, applicant));

    announcer.tellAll();

    assertThat(consent.toldOfInsured()).hasSize(1);
    assertThat(consent.toldOfInsured().getFirst())
        .contains(book.admit(insured).toString())
        .doesNotContain(book.admit(applicant).toString());
  }

  /** Who was held between the freeze and the packing stays (D-142). */
  @Test
  void whoDepartedIsToldAndWhoIsHereAgainMeanwhileIsTakenBack() {
    CustomerId moved = book.admit(Book.person("赵明"));
    CustomerId stays = book.admit(Book.person("赵亮"));
    database.write(
        Book.DONGHAI,
        handle ->
            handle.execute(
                "update customer set departed_at = now() where controller_id = ? and id = ?",
                Book.DONGHAI,
                moved));
    database.write(
        Book.DONGHAI,
        handle -> {
          Announcements.add(
              handle,
              Book.DONGHAI,
              Announcements.Kind.DEPARTED,
              List.of(moved, stays),
              Instant.now());
          return moved;
        });

    announcer.tellAll();

    assertThat(consent.toldOfDeparted())
        .singleElement()
        .satisfies(told ->
            assertThat(told)
                .contains(
                    "\"customerId\":\"" + moved + "\",\"stays\":false",
                    "\"customerId\":\"" + stays + "\",\"stays\":true"));
  }

  /** Another replica may have told the news while this one's word was under way. */
  @Test
  void whatIsTrueNoLongerWhenItWasToldIsToldAgainAsItIs() {
    Deque<List<String>> truth = new ArrayDeque<>(List.of(List.of("departed"), List.of("stays")));
    List<List<String>> told = new ArrayList<>();

    Announcer.tellAsItStands(
        () -> truth.size() > 1 ? truth.removeFirst() : truth.getFirst(), told::add);

    assertThat(told).containsExactly(List.of("departed"), List.of("stays"));
  }

  @Test
  void whileConsentServiceIsAwayAnnouncementsWait() {
    book.admit(Book.person("林小雪", today.minusYears(3)));
    consent.isNotTold();
    announcer.tellAll();
    assertThat(waiting()).isEqualTo(1);

    consent.isTold();
    announcer.tellAll();

    assertThat(waiting()).isZero();
  }

  private int waiting() {
    return database.systemRead(handle ->
        handle.createQuery("select count(*) from announcement").mapTo(Integer.class).one());
  }

  @Test
  void aWaitingAnnouncementHoldsNoValueOfThePerson() {
    List<String> columns =
        database.systemRead(handle ->
            handle
                .createQuery(
                    "select column_name from information_schema.columns"
                        + " where table_name = 'announcement' order by 1")
                .mapTo(String.class)
                .list());

    assertThat(columns).containsExactly("controller_id", "customer_id", "kind", "recorded_at");
  }
}
