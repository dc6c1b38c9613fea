package org.shouxin.records.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.access.StaffMember;
import org.shouxin.records.access.StaffRoster;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.customer.CustomerFiles;
import org.shouxin.records.customer.Fact;
import org.shouxin.records.customer.PersonFacts;
import org.shouxin.records.customer.PolicyFile;
import org.shouxin.records.customer.SealedCustomer;
import org.shouxin.records.vault.BlindIndexes;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.IndexKind;
import org.shouxin.records.vault.Vault;

@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class CorrectionTest {
  private static final String EVIDENCE = "copy of the identity card, checked at the counter";

  @Inject Book book;
  @Inject CustomerFiles files;
  @Inject Vault vault;
  @Inject BlindIndexes indexes;
  @Inject Database database;
  @Inject StaffRoster staff;

  private final PersonFacts hanMei = Book.person("\u97e9\u6885\u6885");
  private final Caller wang = Caller.manager("1024");
  private final Caller deng = Caller.employee("compliance-officer", "1001");
  private CustomerId id;

  @BeforeEach
  void herFile() {
    new ConsentService().permits("name", "idNumber", "mobile", "address");
    book.admit(Book.DONGHAI, Book.policy(Book.nextPolicyNumber(), hanMei, hanMei));
    id = book.admit(hanMei);
  }

  @Test
  void herOwnNewAddressIsInUseAtOnceAndTheOldOneStaysAsHistory() {
    String home = "\u6d59\u6c5f\u7701\u676d\u5dde\u5e02\u897f\u6e56\u533a\u6587\u4e00\u8def1\u53f7";

    propose(Caller.customer(id), "address", home, null)
        .then()
        .statusCode(200)
        .body("state", equalTo("APPLIED"));

    Caller.customer(id)
        .read(List.of(id), "address")
        .then()
        .body("customers[0].address", equalTo(home));
    assertThat(said(Fact.ADDRESS)).containsExactly(home, hanMei.address());
    assertThat(book.events(id))
        .contains("correction.requested", "correction.verified", "record.updated");
    assertThat(String.join("\n", book.eventBodies())).doesNotContain(home, hanMei.address());
  }

  @Test
  void theUpdateEventCarriesKeyedHashesOfBothValues() {
    propose(
            Caller.customer(id),
            "address",
            "\u6d59\u6c5f\u7701\u676d\u5dde\u5e02\u897f\u6e56\u533a\u6587\u4e8c\u8def2\u53f7",
            null)
        .then()
        .statusCode(200);

    String updated =
        book.eventBodies().stream()
            .filter(body -> body.contains(id.toString()) && body.contains("record.updated"))
            .findFirst()
            .orElseThrow();
    assertThat(updated)
        .containsPattern("\"beforeHash\":\"[A-Za-z0-9_-]{22}\"")
        .containsPattern("\"afterHash\":\"[A-Za-z0-9_-]{22}\"");
  }

  @Test
  void aClientManagerAloneCannotChangeAnIdentityNumber() {
    String right = Book.person("x").idNumber();

    propose(wang, "idNumber", right, null)
        .then()
        .statusCode(403)
        .body("code", equalTo("FOUR_EYES"));
    String correction =
        propose(wang, "idNumber", right, EVIDENCE)
            .then()
            .statusCode(200)
            .body("state", equalTo("PROPOSED"))
            .extract()
            .path("id");
    decide(wang, correction, "approval").then().statusCode(403);
    assertThat(said(Fact.ID_NUMBER)).containsExactly(hanMei.idNumber());

    decide(deng, correction, "approval").then().statusCode(200).body("state", equalTo("APPLIED"));

    assertThat(said(Fact.ID_NUMBER)).containsExactly(right, hanMei.idNumber());
    assertThat(book.admit(withNumber(right))).isEqualTo(id);
    decide(deng, correction, "rejection")
        .then()
        .statusCode(409)
        .body("code", equalTo("CORRECTION_STATE_CONFLICT"));
  }

  @Test
  void aProposalWaitsInTheQueueOfWhoeverMayDecideAndShowsNoValue() {
    String correction = propose(wang, "name", "\u97e9\u7f8e\u7f8e", EVIDENCE).path("id");
    Response queue = deng.get("/v1/corrections/queue");
    assertThat(queue.<Map<String, Object>>path("find { it.id == '" + correction + "' }"))
        .containsEntry("customerId", id.toString())
        .containsEntry("field", "name")
        .containsEntry("proposedBy", "1024")
        .containsOnlyKeys("id", "customerId", "field", "proposedBy", "proposedAt");
    assertThat(
            Caller.employee("compliance-officer", "1024")
                .get("/v1/corrections/queue")
                .<List<String>>path("id"))
        .doesNotContain(correction);
    wang.get("/v1/corrections/queue").then().statusCode(403);
    decide(deng, correction, "rejection").then().statusCode(200);
    assertThat(deng.get("/v1/corrections/queue").<List<String>>path("id"))
        .doesNotContain(correction);
  }

  @Test
  void whatOthersAreToDecideDoesNotHideWhatWaitsForOne() {
    CustomerId elsewhere = book.admit(Book.person("\u674e\u96f7"));
    StaffMember manager =
        new StaffMember("1024", "client-manager", "\u676d\u5dde\u5206\u516c\u53f8", null, null);
    database.write(
        Book.DONGHAI,
        handle -> {
          staff.admit(handle, Book.DONGHAI, List.of(manager));
          return handle.execute(
              """
              insert into correction (controller_id, id, customer_id, field, value, proposed_by,
                                      proposer_kind, proposed_at, state)
              select ?, ('0190aaaa-aaaa-7aaa-8aaa-' || lpad(to_hex(n), 12, '0'))::uuid, ?, 'name',
                     '\\x00', '1024', 'employee', timestamptz '2026-01-01', 'PROPOSED'
                from generate_series(1, 701) n\
              """,
              Book.DONGHAI,
              elsewhere.value());
        });
    String correction = propose(wang, "name", "\u97e9\u7f8e\u7f8e", EVIDENCE).path("id");
    Response queue = Caller.employee("supervisor", "1002").get("/v1/corrections/queue");
    int open =
        database.write(
            Book.DONGHAI,
            handle ->
                handle.execute(
                    "update correction set state = 'REJECTED', decided_by = '1', decided_at = now()"
                        + " where customer_id = ?",
                    elsewhere.value()));

    assertThat(open).isEqualTo(701);
    assertThat(queue.<List<String>>path("customerId")).doesNotContain(elsewhere.toString());
    assertThat(queue.<List<String>>path("id")).contains(correction);
    decide(deng, correction, "rejection").then().statusCode(200);
  }

  @Test
  void whoDecidesSeesBothValuesMaskedAndTheReadIsOnRecordBefore() {
    String right = Book.person("x").idNumber();
    String words =
        EVIDENCE + ": " + right + ", not " + hanMei.idNumber() + ", told on 138 0013-8000";
    String correction = propose(wang, "idNumber", right, words).path("id");
    long reads = reads();
    Response shown = deng.get("/v1/corrections/" + correction);
    shown
        .then()
        .statusCode(200)
        .body("field", equalTo("idNumber"))
        .body("evidence", equalTo(EVIDENCE + ": ******, not ******, told on *********8000"));
    assertThat(shown.<String>path("proposed"))
        .contains("*")
        .startsWith(right.substring(0, 1))
        .endsWith(right.substring(17));
    assertThat(shown.<String>path("current"))
        .contains("*")
        .endsWith(hanMei.idNumber().substring(17));
    assertThat(shown.asString()).doesNotContain(right, hanMei.idNumber());
    assertThat(reads()).isEqualTo(reads + 1);

    wang.get("/v1/corrections/" + correction).then().statusCode(403);
    Caller.employee("compliance-officer", "1024")
        .get("/v1/corrections/" + correction)
        .then()
        .statusCode(403)
        .body("code", equalTo("FOUR_EYES"));
    new ConsentService().refuses("ROLE_NOT_ALLOWED");
    deng.get("/v1/corrections/" + correction).then().statusCode(404);
    assertThat(reads()).isEqualTo(reads + 1);
    assertThat(book.events(id)).endsWith("access.denied");
    new ConsentService().permits("name", "idNumber", "mobile", "address");
    decide(deng, correction, "rejection").then().statusCode(200);
    deng.get("/v1/corrections/" + correction)
        .then()
        .statusCode(409)
        .body("code", equalTo("CORRECTION_STATE_CONFLICT"));
  }

  private long reads() {
    return book.events(id).stream().filter("record.read"::equals).count();
  }

  @Test
  void whoProposedDoesNotDecide() {
    String correction = propose(deng, "name", "\u97e9\u7f8e\u7f8e", EVIDENCE).path("id");

    decide(deng, correction, "approval").then().statusCode(403).body("code", equalTo("FOUR_EYES"));
    decide(Caller.employee("compliance-officer", "1002"), correction, "rejection")
        .then()
        .statusCode(200)
        .body("state", equalTo("REJECTED"));
    assertThat(said(Fact.NAME)).containsExactly(hanMei.name());
  }

  @Test
  void anIdentityNumberOfAnotherCustomerIsNotTakenOver() {
    PersonFacts liLei = Book.person("\u674e\u96f7");
    book.admit(liLei);
    String correction = propose(wang, "idNumber", liLei.idNumber(), EVIDENCE).path("id");

    decide(deng, correction, "approval").then().statusCode(409).body("code", equalTo("CONFLICT"));
    assertThat(said(Fact.ID_NUMBER)).containsExactly(hanMei.idNumber());
  }

  @Test
  void aWrongValueIsRefusedWithItsCodes() {
    propose(wang, "idNumber", "310101190013010019", EVIDENCE)
        .then()
        .statusCode(422)
        .body("code", equalTo("VALUE_INVALID"))
        .body("errors.code", org.hamcrest.Matchers.hasItem("ID_BIRTHDATE"));
    propose(Caller.customer(id), "mobile", "12800138000", null)
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("MOBILE_FORMAT"));
  }

  @Test
  void someoneElsesRecordLooksUnknown() {
    Caller other = Caller.customer(book.admit(Book.person("\u674e\u96f7")));

    propose(other, "address", hanMei.address(), null)
        .then()
        .statusCode(404)
        .body("code", equalTo("CUSTOMER_NOT_FOUND"));
    propose(Caller.manager("1038"), "address", hanMei.address(), null).then().statusCode(404);
    propose(Caller.partner(), "address", hanMei.address(), null).then().statusCode(403);
  }

  @Test
  void aBeneficiaryIsCorrectedLikeACustomerAndKnownByTheNewValuesInTheNextFile() {
    String policy = Book.nextPolicyNumber();
    book.admit(Book.DONGHAI, benefiting(policy, PersonFacts.named("\u97e9\u5c0f")));
    id = inRole(policy, "BENEFICIARY");
    assertThat(said(Fact.NAME)).containsExactly("\u97e9\u5c0f");

    correct("name", "\u97e9\u6653");
    assertThat(
            book.admit(Book.DONGHAI, benefiting(policy, PersonFacts.named("\u97e9\u6653")))
                .newCustomers())
        .as("the next file says the right name")
        .isZero();
    assertThat(said(Fact.NAME)).containsExactly("\u97e9\u6653", "\u97e9\u5c0f");

    PersonFacts known = Book.person("\u97e9\u6653");
    correct("birthDate", known.birthDate().toString());
    correct("mobile", known.mobile());
    PersonFacts withoutDocument =
        new PersonFacts(
            known.name(),
            null,
            known.birthDate(),
            null,
            null,
            null,
            known.mobile(),
            null,
            null,
            null,
            null);
    assertThat(book.admit(withoutDocument)).as("name, birth date and mobile").isEqualTo(id);

    correct("idNumber", known.idNumber());
    assertThat(book.admit(withNumber(known.idNumber()))).as("document").isEqualTo(id);
    assertThat(book.events(id))
        .contains("correction.requested", "correction.verified", "record.updated");
  }

  @Test
  void anInsuredPersonIsCorrectedThoughSheIsNotTheApplicant() {
    String policy = Book.nextPolicyNumber();
    PersonFacts child = Book.person("\u97e9\u96ea");
    book.admit(Book.DONGHAI, Book.policy(policy, hanMei, child));
    id = inRole(policy, "INSURED");
    String home = "\u6d59\u6c5f\u7701\u676d\u5dde\u5e02\u897f\u6e56\u533a\u6587\u4e09\u8def3\u53f7";

    propose(wang, "address", home, null).then().statusCode(200).body("state", equalTo("APPLIED"));
    propose(Caller.manager("1038"), "address", home, null).then().statusCode(404);

    assertThat(said(Fact.ADDRESS)).containsExactly(home, child.address());
  }

  @Test
  void aForeignPassportIsKnownByItsCountryToo() {
    PersonFacts foreigner =
        new PersonFacts(
            "Ann Lee",
            "F",
            hanMei.birthDate(),
            "FPP",
            "X" + Book.nextPolicyNumber().substring(2),
            null,
            null,
            null,
            null,
            null,
            "USA");
    book.admit(Book.DONGHAI, Book.policy(Book.nextPolicyNumber(), foreigner, foreigner));
    id = book.admit(foreigner);
    String renewed = "Y" + Book.nextPolicyNumber().substring(2);

    correct("idNumber", renewed);

    assertThat(
            book.admit(
                new PersonFacts(
                    "Ann Lee", null, null, "FPP", renewed, null, null, null, null, null, "USA")))
        .isEqualTo(id);
  }

  /** Proposed by her client manager with evidence, applied by a second person. */
  private void correct(String field, String value) {
    String correction =
        propose(wang, field, value, EVIDENCE).then().statusCode(200).extract().path("id");
    decide(deng, correction, "approval").then().statusCode(200).body("state", equalTo("APPLIED"));
  }

  private PolicyFile benefiting(String number, PersonFacts beneficiary) {
    PolicyFile policy = Book.policy(number, hanMei, hanMei);
    return new PolicyFile(
        policy.applicationNumber(),
        number,
        policy.insurer(),
        policy.product(),
        policy.startOn(),
        policy.endOn(),
        policy.sumInsured(),
        policy.premium(),
        hanMei,
        hanMei,
        null,
        List.of(new PolicyFile.Beneficiary(beneficiary, "\u5b50\u5973", null)),
        null,
        null,
        "1024",
        1);
  }

  /** Who stands in a policy in this role alone. */
  private CustomerId inRole(String policyNumber, String role) {
    return database.read(
        Book.DONGHAI,
        handle ->
            handle
                .createQuery(
                    """
                    select r.customer_id from policy_role r join policy p
                        on p.controller_id = r.controller_id and p.id = r.policy_id
                     where p.number_index = :index and r.roles = cast(array[:role] as text[])\
                    """)
                .bind("index", indexes.of(Book.DONGHAI).of(IndexKind.POLICY_NUMBER, policyNumber))
                .bind("role", role)
                .map((row, context) -> new CustomerId(row.getObject(1, UUID.class)))
                .one());
  }

  private PersonFacts withNumber(String number) {
    return new PersonFacts(
        hanMei.name(), null, null, "RIC", number, null, null, null, null, null, null);
  }

  private List<String> said(Fact fact) {
    SealedCustomer stored =
        database.read(
            Book.DONGHAI,
            handle ->
                files
                    .load(handle, Book.DONGHAI, new Viewer("1024", null, false), List.of(id), false)
                    .get(id));
    DataKey key = vault.openKeys(Book.DONGHAI, List.of(id)).get(id);
    return stored.openAll(fact, key);
  }

  private Response propose(Caller caller, String field, String value, String evidence) {
    Map<String, String> body =
        evidence == null
            ? Map.of("customerId", id.toString(), "field", field, "value", value)
            : Map.of(
                "customerId", id.toString(), "field", field, "value", value, "evidence", evidence);
    return caller.post("/v1/corrections", body);
  }

  private static Response decide(Caller caller, String correction, String how) {
    return caller.post("/v1/corrections/" + correction + "/" + how, Map.of());
  }
}
