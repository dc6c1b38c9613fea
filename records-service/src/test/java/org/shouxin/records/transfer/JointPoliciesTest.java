package org.shouxin.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.AdjustableClock;
import org.shouxin.records.Book;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.customer.PersonFacts;
import org.shouxin.records.customer.PolicyFile;
import org.shouxin.records.transfer.parcel.Manifest;
import org.shouxin.records.vault.PackageFiles;

/** One insurer's policies are sold: who moves, who is copied, who stays (R-BT-01, D-136). */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class JointPoliciesTest {
  private static final String OURS = "\u5e73\u548c\u4eba\u5bff";
  private static final String OTHERS = "\u5b89\u90a6\u8d22\u9669";

  @Inject Book book;
  @Inject AdjustableClock clock;
  @Inject Database database;
  @Inject PackageFiles files;

  private final ConsentService neighbours = new ConsentService();
  private Sale sale = new Sale(new AdjustableClock());

  @BeforeEach
  void open() {
    neighbours.givesItems();
    neighbours.permits("name", "policies");
    sale = new Sale(clock);
  }

  @AfterEach
  void reset() {
    clock.reset();
  }

  @Test
  void whoHasOtherPoliciesTooIsCopiedWithWhatTheSoldOnesNeedAndStaysForTheRest()
      throws IOException {
    PersonFacts applicant = Book.person("\u97e9\u6885");
    PersonFacts insured = Book.person("\u674e\u96f7");
    PersonFacts restricted = Book.person("\u738b\u4f1f");
    PersonFacts elsewhere = Book.person("\u8d75\u4e00");
    String sold = Book.nextPolicyNumber();
    book.admit(
        sale.seller,
        policy(OURS, sold, applicant, insured),
        policy(OTHERS, Book.nextPolicyNumber(), insured, insured),
        policy(OURS, Book.nextPolicyNumber(), restricted, restricted),
        policy(OTHERS, Book.nextPolicyNumber(), restricted, elsewhere));
    CustomerId moves = book.admit(sale.seller, applicant);
    CustomerId copied = book.admit(sale.seller, insured);
    CustomerId stored = book.admit(sale.seller, restricted);
    sale.noticed("INSURER:" + OURS).tell(moves, copied, stored);
    restrict(stored);
    rehearsal()
        .then()
        .body("moved", equalTo(1))
        .body("copied", equalTo(1))
        .body("excluded", equalTo(1))
        .body("outside", equalTo(1));

    sale.cutOver();
    Manifest manifest = Manifest.parse(sale.handedOver().get("manifest"));

    assertThat(manifest.people()).isEqualTo(2);
    assertThat(manifest.staying()).isEqualTo(Map.of("RESTRICTED", 1L));
    assertThat(lines("policyPart"))
        .hasSize(2)
        .allMatch(line -> line.contains(sold))
        .anyMatch(line -> line.contains(copied.toString()));
    assertThat(lines("statement")).anyMatch(line -> line.contains(copied.toString()));
    assertThat(neighbours.itemsAsked())
        .as("her consents, requests and complaints stay")
        .allSatisfy(asked -> assertThat(asked).doesNotContain(copied.toString()));
    assertThat(policiesRead(moves)).isEqualTo(List.of());
    assertThat(policiesRead(copied)).isEqualTo(List.of(1));
    assertThat(policiesRead(stored)).isEqualTo(List.of(2));
  }

  /** Every present person of the book is counted once, however policies, standings, words fall. */
  @Test
  void movedCopiedExcludedAndOutsideAreTogetherEverybody() {
    for (int seed = 1; seed <= 4; seed++) {
      Random random = new Random(seed);
      sale = new Sale(clock);
      List<PersonFacts> people =
          IntStream.range(0, 12).mapToObj(_ -> Book.person("\u8d75\u4e00")).toList();
      List<PolicyFile> policies = new ArrayList<>();
      for (int i = 0; i < 14; i++) {
        policies.add(
            policy(
                random.nextBoolean() ? OURS : OTHERS,
                Book.nextPolicyNumber(),
                people.get(random.nextInt(12)),
                people.get(random.nextInt(12))));
      }
      book.admit(sale.seller, policies.toArray(PolicyFile[]::new));
      List<CustomerId> ids =
          people.stream().map(person -> book.admit(sale.seller, person)).toList();
      sale.noticed("INSURER:" + OURS);
      List<CustomerId> told = ids.stream().filter(_ -> random.nextInt(4) > 0).toList();
      sale.tell(told.toArray(CustomerId[]::new));
      ids.stream().filter(_ -> random.nextInt(5) == 0).forEach(this::restrict);

      Response counted = rehearsal();

      long all =
          counted.jsonPath().getLong("moved")
              + counted.jsonPath().getLong("copied")
              + counted.jsonPath().getLong("excluded")
              + counted.jsonPath().getLong("outside");
      assertThat(all).as("seed %d: %s", seed, counted.asString()).isEqualTo(12);
      assertThat(counted.jsonPath().getLong("outside"))
          .as("seed %d", seed)
          .isEqualTo(12 - inPoliciesOf(policies, people));
    }
  }

  private static long inPoliciesOf(List<PolicyFile> policies, List<PersonFacts> people) {
    return people.stream()
        .filter(person ->
            policies.stream()
                .anyMatch(policy ->
                    policy.insurer().equals(OURS)
                        && (policy.applicant().equals(person) || person.equals(policy.insured()))))
        .count();
  }

  private static PolicyFile policy(
      String insurer, String number, PersonFacts applicant, PersonFacts insured) {
    PolicyFile made = Book.policy(number, applicant, insured);
    return new PolicyFile(
        made.applicationNumber(),
        made.policyNumber(),
        insurer,
        made.product(),
        made.startOn(),
        made.endOn(),
        made.sumInsured(),
        made.premium(),
        applicant,
        insured,
        null,
        List.of(),
        null,
        null,
        "1024",
        1);
  }

  private Response rehearsal() {
    return sale.officer("3001").get(sale.path("/rehearsal"));
  }

  private void restrict(CustomerId customer) {
    database.write(
        sale.seller,
        handle ->
            handle.execute(
                "insert into standing (controller_id, customer_id, restricted, held,"
                    + " restricted_records, sequence) values (?, ?, true, false, '{}', 1)",
                sale.seller,
                customer));
  }

  /** How many policies an officer is shown of each person who is found. */
  private List<Integer> policiesRead(CustomerId customer) {
    return sale.officer("3001")
        .body(
            Map.of(
                "ids",
                List.of(customer.toString()),
                "purpose",
                "P-04",
                "fields",
                List.of("policies")))
        .post("/v1/customers/read")
        .then()
        .statusCode(200)
        .extract()
        .path("customers.collect { it.policies.size() }");
  }

  private List<String> lines(String itemClass) throws IOException {
    String name = itemClass + "/000001.sealed";
    try (InputStream in =
        files.open(
            sale.receiver,
            new PackageFiles.Place(UUID.fromString(sale.id()), name),
            new ByteArrayInputStream(sale.file(name)))) {
      return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
    }
  }
}
