package org.shouxin.records.retention;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.Book;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.customer.PersonFacts;

@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class RetentionReporterTest {
  private static final String RECORDS = "/v1/retention/records";

  @Inject Book book;
  @Inject Database database;
  @Inject RetentionReporter reporter;

  private WireMock audit;

  @BeforeEach
  void tellWhatOtherTestsLeft() {
    new ConsentService();
    URI address =
        URI.create(
            ConfigProvider.getConfig()
                .getValue("quarkus.rest-client.audit-service.url", String.class));
    audit = new WireMock(address.getHost(), address.getPort());
    auditServiceAnswers(204);
    reporter.tellAll();
    audit.resetRequests();
  }

  @Test
  void aPersonsFilesAreToldByPseudonymWithTheDaysOfTheirContract() {
    PersonFacts hanMei = Book.person("韩梅梅");
    book.admit(Book.DONGHAI, Book.policy(Book.nextPolicyNumber(), hanMei, hanMei));
    CustomerId id = book.admit(hanMei);

    reporter.tellAll();

    List<String> bodies = told();
    assertThat(bodies).hasSize(1);
    assertThat(bodies.getFirst()).doesNotContain("韩梅梅", hanMei.mobile(), hanMei.idNumber());
    JsonPath body = JsonPath.from(bodies.getFirst());
    assertThat(body.getString("controllerId")).isEqualTo("ctl-donghai");
    String policy = "records.find { it.subjectRef == '" + id + "' && it.kind == 'POLICY' }.";
    assertThat(body.getString(policy + "beganOn")).isEqualTo("2024-03-06");
    assertThat(body.getString(policy + "startsOn")).isEqualTo("2044-03-05");
    assertThat(body.getString(policy + "insurer")).isEqualTo("平和人寿");
    String identity = "records.find { it.subjectRef == '" + id + "' && it.kind == 'IDENTITY' }.";
    assertThat(body.getString(identity + "recordRef")).isEmpty();
    assertThat(body.getString(identity + "startsOn")).matches("\\d{4}-\\d\\d-\\d\\d");
  }

  @Test
  void whatCouldNotBeToldWaitsAndWhatWasToldIsGone() {
    auditServiceAnswers(503);
    book.admit(Book.person("韩梅梅"));
    reporter.tellAll();
    assertThat(waiting()).isPositive();

    auditServiceAnswers(204);
    reporter.tellAll();

    assertThat(waiting()).isZero();
  }

  private int waiting() {
    return database.systemRead(handle ->
        handle.createQuery("select count(*) from retention_change").mapTo(Integer.class).one());
  }

  private void auditServiceAnswers(int status) {
    audit.register(post(RECORDS).willReturn(aResponse().withStatus(status)));
  }

  private List<String> told() {
    return audit.find(postRequestedFor(urlEqualTo(RECORDS))).stream()
        .map(request -> request.getBodyAsString())
        .toList();
  }
}
