package org.shouxin.records.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.Book;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.vault.BlindIndexes;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.IndexKind;
import org.shouxin.records.vault.Vault;

@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class CustomerRegisterTest {
  @Inject Book book;
  @Inject BlindIndexes indexes;
  @Inject CustomerRegister register;
  @Inject CustomerFiles files;
  @Inject TermsCodec terms;
  @Inject Vault vault;
  @Inject Database database;
  @Inject Clock clock;

  @Inject
  @DataSource("keys")
  AgroalDataSource keys;

  @Test
  void onePersonInTwoPoliciesAndTwoFilesIsOneCustomer() {
    PersonFacts hanMei = Book.person("\u97e9\u6885");
    PersonFacts daughter = Book.person("\u97e9\u96ea");

    Admission first =
        book.admit(Book.DONGHAI, Book.policy(Book.nextPolicyNumber(), hanMei, daughter));
    Admission second =
        book.admit(Book.DONGHAI, Book.policy(Book.nextPolicyNumber(), daughter, hanMei));

    assertThat(first).isEqualTo(new Admission(2, 0, 1));
    assertThat(second).isEqualTo(new Admission(0, 2, 1));
    SealedCustomer stored = load(book.admit(hanMei));
    assertThat(stored.policies()).hasSize(2);
    assertThat(stored.contract()).isTrue();
  }

  @Test
  void theSameBatchAgainAddsNothing() {
    PolicyFile policy =
        Book.policy(
            Book.nextPolicyNumber(), Book.person("\u674e\u96f7"), Book.person("\u674e\u660e"));
    book.admit(Book.DONGHAI, policy);

    assertThat(book.admit(Book.DONGHAI, policy, policy)).isEqualTo(new Admission(0, 2, 0));
    assertThat(load(book.admit(policy.applicant())).statements()).hasSize(1);
  }

  @Test
  void aControllerThatChangesItsSuiteStillKnowsItsPeopleAndPolicies() {
    ControllerId changing = new ControllerId("ctl-changing-register");
    PolicyFile policy =
        Book.policy(
            Book.nextPolicyNumber(), Book.person("\u674e\u96f7"), Book.person("\u674e\u660e"));
    assertThat(book.admit(changing, policy)).isEqualTo(new Admission(2, 0, 1));
    new Database(keys)
        .write(
            changing,
            handle ->
                handle.execute(
                    "insert into cipher_choice (controller_id, effective_from, suite) values (?, now() - interval '1 second', 'SM4_GCM')",
                    changing.value()));

    assertThat(book.admit(changing, policy)).isEqualTo(new Admission(0, 2, 0));
    int statements =
        database.read(
            changing,
            handle ->
                handle
                    .createQuery("select count(*) from customer_statement")
                    .mapTo(Integer.class)
                    .one());
    assertThat(statements).isEqualTo(2);
    assertThat(
            book.admit(
                changing,
                Book.policy(
                    policy.policyNumber() + "9", policy.applicant(), Book.person("\u674e\u6708"))))
        .isEqualTo(new Admission(1, 1, 1));
  }

  @Test
  void twoPeopleOfOneNameAreTwoCustomers() {
    CustomerId one = book.admit(Book.person("\u738b\u4f1f"));
    CustomerId other = book.admit(Book.person("\u738b\u4f1f"));

    assertThat(other).isNotEqualTo(one);
  }

  @Test
  void aPassportIsOneHoweverAFileWritesItsCountry() {
    CustomerId known = book.admit(passport("\u7f8e\u56fd"));

    assertThat(book.admit(passport("USA"))).isEqualTo(known);
    assertThat(book.admit(passport("United States"))).isEqualTo(known);
    assertThat(book.admit(passport("CAN"))).isNotEqualTo(known);
  }

  @Test
  void aPassportStoredUnderAnEarlierSpellingOfItsCountryIsTheSamePerson() {
    for (String spelling : List.of("\u7f8e\u56fd", "\u7f8e\u56fd\u7c4d", "United States", "US")) {
      String number = "X" + Book.nextPolicyNumber();
      CustomerId known = book.admit(passport(number, "USA"));
      byte[] earlier =
          indexes
              .of(Book.DONGHAI)
              .of(IndexKind.ID_NUMBER, "FPP|" + spelling + "|" + IdentityNumber.lifelong(number));
      database.write(
          Book.DONGHAI,
          handle ->
              handle.execute(
                  "update recognition set key = ? where customer_id = ?", earlier, known));

      assertThat(book.admit(passport(number, "USA"))).as(spelling).isEqualTo(known);
      assertThat(book.admit(passport(number, "CAN"))).as(spelling).isNotEqualTo(known);
    }
  }

  private static PersonFacts passport(String country) {
    return passport("X59300117", country);
  }

  private static PersonFacts passport(String number, String country) {
    return new PersonFacts(
        "Ann Lee", null, null, "FPP", number, null, null, null, null, null, country);
  }

  @Test
  void aRenewedPermitIsTheSamePerson() {
    PersonFacts first = permit("H12345678");
    PersonFacts renewed = permit("H1234567801");

    assertThat(book.admit(renewed)).isEqualTo(book.admit(first));
  }

  @Test
  void aBeneficiaryKnownByNameOnlyIsHerselfWithinThePolicyAndNobodyElseOutside() {
    PersonFacts hanMei = Book.person("\u97e9\u6885\u6885");
    PolicyFile named = withBeneficiary(hanMei, "\u97e9\u6885\u6885");
    PolicyFile elsewhere = withBeneficiary(Book.person("\u5218\u6d0b"), "\u97e9\u6885\u6885");

    assertThat(book.admit(Book.DONGHAI, named)).isEqualTo(new Admission(1, 0, 1));
    assertThat(book.admit(Book.DONGHAI, elsewhere)).isEqualTo(new Admission(2, 0, 1));
  }

  @Test
  void whatSourcesSayDifferentlyStaysSideBySideAndTheFirstNameStaysInUse() {
    PersonFacts said = Book.person("\u5f20\u4e09");
    PersonFacts otherwise =
        new PersonFacts(
            "\u5f20\u53c1",
            said.gender(),
            said.birthDate(),
            said.idType(),
            said.idNumber(),
            said.idValidUntil(),
            "13912340000",
            said.email(),
            said.address(),
            null,
            null);
    CustomerId id = book.admit(said);
    book.admit(otherwise);

    SealedCustomer stored = load(id);
    DataKey key = vault.openKeys(Book.DONGHAI, List.of(id)).get(id);
    assertThat(stored.openAll(Fact.NAME, key)).containsExactly("\u5f20\u4e09", "\u5f20\u53c1");
    assertThat(stored.open(Fact.NAME, key)).contains("\u5f20\u4e09");
    assertThat(stored.open(Fact.MOBILE, key)).contains("13912340000");
  }

  @Test
  void aPolicysTermsOpenForEachOfItsPeopleByTheirOwnKeys() {
    PersonFacts hanMei = Book.person("\u97e9\u6885");
    PersonFacts daughter = Book.person("\u97e9\u96ea");
    String number = Book.nextPolicyNumber();
    book.admit(Book.DONGHAI, Book.policy(number, hanMei, daughter));

    for (Map.Entry<PersonFacts, String> part :
        Map.of(hanMei, "APPLICANT", daughter, "INSURED").entrySet()) {
      CustomerId id = book.admit(part.getKey());
      SealedCustomer stored = load(id);
      DataKey key = vault.openKeys(Book.DONGHAI, List.of(id)).get(id);
      PolicyPart policy = terms.open(stored, key).getFirst();
      assertThat(policy.roles()).containsExactly(part.getValue());
      assertThat(policy.terms().number()).isEqualTo(number);
      assertThat(policy.terms().premium()).isEqualByComparingTo("14376.00");
    }
  }

  @Test
  void aNewCustomerAndItsEventCommitTogetherOrNotAtAll() {
    PersonFacts person = Book.person("\u5468\u67d0\u67d0");
    assertThat(book.events(book.admit(person))).containsExactly("customer.created");

    String importer = Book.importer(Book.DONGHAI).id();
    List<String> before = book.eventsBy(importer);
    PersonFacts never = Book.person("\u5434\u7528");
    assertThatThrownBy(() ->
            database.write(
                Book.DONGHAI,
                handle -> {
                  register.admit(
                      handle,
                      Book.DONGHAI,
                      Book.importer(Book.DONGHAI),
                      Provenance.unverified("import:test", clock.instant()),
                      never,
                      null);
                  throw new IllegalStateException("the importer fails");
                }))
        .hasMessage("the importer fails");
    assertThat(book.eventsBy(importer)).isNotEmpty().isEqualTo(before);
  }

  @Test
  void someoneWhoseKeyWasDestroyedStaysDestroyedWhenAnOldFileComesAgain() {
    PersonFacts hanMei = Book.person("\u97e9\u6885");
    PolicyFile policy = Book.policy(Book.nextPolicyNumber(), hanMei, hanMei);
    book.admit(Book.DONGHAI, policy);
    CustomerId id = book.admit(hanMei);
    vault.destroy(Book.DONGHAI, id);

    book.admit(Book.DONGHAI, Book.policy(Book.nextPolicyNumber(), hanMei, hanMei));

    assertThat(vault.openKeys(Book.DONGHAI, List.of(id))).isEmpty();
    assertThat(load(id).policies()).hasSize(1);
  }

  @Test
  void controllersDoNotKnowEachOthersCustomers() {
    PersonFacts hanMei = Book.person("\u97e9\u6885");
    CustomerId here = book.admit(Book.DONGHAI, hanMei);

    assertThat(book.admit(Book.XINGHE, hanMei)).isNotEqualTo(here);
    int visible =
        database.read(
            Book.XINGHE,
            handle ->
                handle
                    .createQuery("select count(*) from customer_statement where customer_id = :id")
                    .bind("id", here)
                    .mapTo(Integer.class)
                    .one());
    assertThat(visible).isZero();
  }

  private static PersonFacts permit(String number) {
    return new PersonFacts(
        "\u9648\u5c0f\u660e", "M", null, "HMT", number, null, null, null, null, null, null);
  }

  private static PolicyFile withBeneficiary(PersonFacts applicant, String beneficiary) {
    PolicyFile plain = Book.policy(Book.nextPolicyNumber(), applicant, applicant);
    return new PolicyFile(
        plain.applicationNumber(),
        plain.policyNumber(),
        plain.insurer(),
        plain.product(),
        plain.startOn(),
        plain.endOn(),
        plain.sumInsured(),
        plain.premium(),
        applicant,
        applicant,
        null,
        List.of(new PolicyFile.Beneficiary(PersonFacts.named(beneficiary), null, null)),
        "6222020000000007",
        "\u65e0",
        "1024",
        1);
  }

  private SealedCustomer load(CustomerId id) {
    return database.read(
        Book.DONGHAI,
        handle ->
            files
                .load(handle, Book.DONGHAI, new Viewer("1024", null, false), List.of(id), true)
                .get(id));
  }
}
