package org.shouxin.records.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;

@QuarkusTest
@RecordsServiceTest
class NoticeDeliveryTest {
  private static final String OUTCOMES = "/v1/notice-orders/outcomes";

  @Inject Book book;
  @Inject NoticeDeliveryProbe probe;

  private final UUID order = Ids.next();
  private ConsentService consent = new ConsentService();
  private WireMock audit = new WireMock();

  @BeforeEach
  void auditServiceTakesOutcomes() {
    URI address =
        URI.create(
            ConfigProvider.getConfig()
                .getValue("quarkus.rest-client.audit-service.url", String.class));
    consent = new ConsentService();
    audit = new WireMock(address.getHost(), address.getPort());
    audit.register(
        post("/token")
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "application/json")
                    .withBody(
                        "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":300}")));
    audit.register(post(OUTCOMES).willReturn(aResponse().withStatus(204)));
  }

  @Test
  void anOrderBecomesOneMailHoweverOftenItIsFetched() throws IOException {
    CustomerId customer = book.admit(Book.person("韩梅"));
    offer(customer);
    probe.poll();
    String mail = Files.readString(eml());
    assertThat(mail)
        .containsPattern("To: lin\\d+@example.com")
        .contains("Message-ID: <" + order + "@notice.shouxin>", "our clerk copied a file");
    Files.delete(eml());
    probe.poll();
    assertThat(eml()).doesNotExist();
    assertThat(outcomes()).containsExactly("SENT", "SENT");
    assertThat(book.events(customer)).filteredOn("record.read"::equals).hasSize(1);
  }

  @Test
  void aProcessThatDiedWhileSendingIsNoSecondMail() {
    CustomerId customer = book.admit(Book.person("韩梅"));
    offer(customer);
    probe.dieWhileSending(Book.DONGHAI, order, customer);
    probe.poll();
    assertThat(eml()).doesNotExist();
    assertThat(outcomes()).containsExactly("UNCERTAIN");
  }

  @Test
  void aPersonWithoutAnAddressIsReportedAndNotTriedAgain() {
    offer(new CustomerId(Ids.random()));
    probe.poll();
    assertThat(outcomes()).containsExactly("NO_ADDRESS");
    assertThat(probe.state(Book.DONGHAI, order)).isEqualTo("NO_ADDRESS");
  }

  @Test
  void whatHasNotLeftTheHouseIsTriedAgain() throws IOException {
    offer(book.admit(Book.person("韩梅")));
    Path blocked = probe.folder().resolve(order + ".part");
    Files.createDirectories(blocked);
    probe.poll();
    Files.delete(blocked);
    probe.poll();
    assertThat(outcomes()).containsExactly("RETRY", "SENT");
    assertThat(eml()).exists();
  }

  @Test
  void aNoticeAboutAChildGoesToEachGuardianAndNotToTheChild() throws IOException {
    CustomerId child = book.admit(Book.person("李小明"));
    CustomerId mother = book.admit(Book.person("李雷"));
    CustomerId father = book.admit(Book.person("韩梅"));
    consent.hasGuardians(child, List.of(mother, father));
    offer(child);
    probe.poll();
    assertThat(outcomes()).containsExactly("SENT");
    assertThat(book.events(mother)).contains("record.read");
    assertThat(book.events(father)).contains("record.read");
    assertThat(book.events(child)).doesNotContain("record.read");
    assertThat(Files.readString(eml())).contains("our clerk copied a file");
    UUID second = UUID.nameUUIDFromBytes((order + "/1").getBytes(StandardCharsets.UTF_8));
    assertThat(probe.folder().resolve(second + ".eml")).exists();
  }

  @Test
  void onlyTheGuardianWhoseMailFailedIsTriedAgain() throws IOException {
    CustomerId child = book.admit(Book.person("李小明"));
    CustomerId mother = book.admit(Book.person("李雷"));
    CustomerId father = book.admit(Book.person("韩梅"));
    consent.hasGuardians(child, List.of(mother, father));
    offer(child);
    UUID second = UUID.nameUUIDFromBytes((order + "/1").getBytes(StandardCharsets.UTF_8));
    Path blocked = probe.folder().resolve(second + ".part");
    Files.createDirectories(blocked);

    probe.poll();
    assertThat(eml()).exists();
    Files.delete(eml());
    Files.delete(blocked);
    probe.poll();

    assertThat(outcomes()).containsExactly("RETRY", "SENT");
    assertThat(probe.folder().resolve(second + ".eml")).exists();
    assertThat(eml()).as("the mother has it already").doesNotExist();
  }

  @Test
  void aNoticeWaitsWhileNobodyCanSayWhoTheGuardiansAre() {
    consent.cannotTellGuardians();
    offer(book.admit(Book.person("李小明")));
    probe.poll();
    assertThat(eml()).doesNotExist();
    assertThat(outcomes()).containsExactly("RETRY");
  }

  /** D-127: to the staff list's work addresses of the function, and nothing of the customer. */
  @Test
  void aLateCaseIsMailedToThoseWhomItConcernsAndNotToWhomItIsAbout() throws IOException {
    Caller.employee("compliance-officer", "3001")
        .put(
            "/v1/staff",
            """
            employee_no,name,mobile,role,branch,work_email
            7101,a,19915826781,supervisor,HQ,one@broker.example
            7102,b,19915826782,supervisor,HQ,two@broker.example
            7103,c,19915826783,compliance-officer,HQ,three@broker.example
            7104,d,19915826784,supervisor,HQ,not an address
            """)
        .then()
        .statusCode(200)
        .body("unreadableEmails", equalTo(List.of("7104")));
    String notice = Ids.next().toString();
    String mail =
        """
        {"controllerId":"ctl-donghai","noticeId":"%s","number":"TS20261123-0001","code":"K-01","kind":"ESCALATED","hours":49,
         "audience":"%s","handler":null,"notTo":["7102"]}\
        """;
    consent.offersMailToStaff(mail.formatted(notice, "SUPERVISOR"));
    probe.pollMailsToStaff();
    UUID name =
        UUID.nameUUIDFromBytes((notice + "|one@broker.example").getBytes(StandardCharsets.UTF_8));
    String sent =
        Files.readString(probe.folder().resolve(name + ".eml")).replaceAll("=\\r?\\n", "");
    assertThat(sent)
        .contains("To: one@broker.example", "TS20261123-0001", "49 hours for its first answer");
    for (String other : List.of("two@broker.example", "three@broker.example")) {
      UUID none = UUID.nameUUIDFromBytes((notice + "|" + other).getBytes(StandardCharsets.UTF_8));
      assertThat(probe.folder().resolve(none + ".eml")).doesNotExist();
    }
    consent.offersMailToStaff(mail.formatted(notice, "HANDLER"));
    probe.pollMailsToStaff();
    assertThat(consent.outcomesOfMailsToStaff())
        .satisfiesExactly(
            first -> assertThat(first).contains("\"SENT\""),
            second -> assertThat(second).contains("\"NO_ADDRESS\""));
    Caller.employee("compliance-officer", "3001")
        .put(
            "/v1/staff",
            """
            employee_no,name,mobile,role,branch,work_email
            7103,c,19915826783,compliance-officer,HQ,three@broker.example
            """)
        .then()
        .statusCode(200);
    String later = Ids.next().toString();
    consent.offersMailToStaff(mail.formatted(later, "SUPERVISOR"));
    probe.pollMailsToStaff();
    assertThat(probe.folder().resolve(nameOf(later, "one@broker.example") + ".eml"))
        .as("who has left")
        .doesNotExist();
  }

  @Test
  void onlyTheSupervisorWhoseMailFailedIsTriedAgain() throws IOException {
    Caller.employee("compliance-officer", "3001")
        .put(
            "/v1/staff",
            """
            employee_no,name,mobile,role,branch,work_email
            7201,a,19915826791,supervisor,HQ,fine@broker.example
            7202,b,19915826792,supervisor,HQ,stuck@broker.example
            """)
        .then()
        .statusCode(200);
    String notice = Ids.next().toString();
    Path fine = probe.folder().resolve(nameOf(notice, "fine@broker.example") + ".eml");
    Path stuck = probe.folder().resolve(nameOf(notice, "stuck@broker.example") + ".eml");
    Path blocked = probe.folder().resolve(nameOf(notice, "stuck@broker.example") + ".part");
    Files.createDirectories(blocked);
    consent.offersMailToStaff(
        """
        {"controllerId":"ctl-donghai","noticeId":"%s","number":"TS20261123-0002","code":"K-01","kind":"ESCALATED","hours":49,
         "audience":"SUPERVISOR","handler":null,"notTo":[]}\
        """
            .formatted(notice));

    probe.pollMailsToStaff();
    assertThat(fine).exists();
    assertThat(consent.outcomesOfMailsToStaff().getLast()).contains("\"RETRY\"");
    Files.delete(fine);
    Files.delete(blocked);
    probe.pollMailsToStaff();

    assertThat(consent.outcomesOfMailsToStaff().getLast()).contains("\"SENT\"");
    assertThat(stuck).exists();
    assertThat(fine).as("a mail that has left").doesNotExist();
  }

  private static UUID nameOf(String notice, String address) {
    return UUID.nameUUIDFromBytes((notice + "|" + address).getBytes(StandardCharsets.UTF_8));
  }

  private void offer(CustomerId customer) {
    audit.register(
        post("/v1/notice-orders/claims")
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "application/json")
                    .withBody(
                        """
                        [{"orderId":"%s","controllerId":"ctl-donghai","customerId":"%s","version":1,
                          "incidentId":"%s","bodyZh":"原因","bodyEn":"our clerk copied a file"}]\
                        """
                            .formatted(order, customer, Ids.next()))));
  }

  private Path eml() {
    return probe.folder().resolve(order + ".eml");
  }

  /** Outcomes reported so far, oldest first. */
  private List<String> outcomes() {
    return audit.find(postRequestedFor(urlEqualTo(OUTCOMES))).stream()
        .map(request -> request.getBodyAsString().replaceAll(".*\"outcome\":\"([A-Z_]+)\".*", "$1"))
        .toList();
  }
}
