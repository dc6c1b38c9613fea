package org.shouxin.records.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.Database;
import org.shouxin.records.Book;
import org.shouxin.records.RecordsServiceTest;

@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class CatalogueTest {
  /** Parts of a customer's answer that say nothing about the person. */
  private static final Set<String> STRUCTURE = Set.of("id", "withheld", "decision", "policies");

  @Inject Catalogue catalogue;
  @Inject Database database;
  @Inject Clock clock;

  @Test
  void everyFieldThatIsServedIsClassified() {
    String api =
        io.restassured.RestAssured.given().accept("application/json").get("/q/openapi").asString();
    var schemas = new io.restassured.path.json.JsonPath(api);
    Set<String> served = new TreeSet<>();
    schemas.<String, Object>getMap("components.schemas.CustomerView.properties").keySet().stream()
        .filter(field -> !STRUCTURE.contains(field))
        .forEach(served::add);
    schemas
        .<String, Object>getMap("components.schemas.PolicyView.properties")
        .keySet()
        .forEach(field -> served.add("policies." + field));

    assertThat(served).hasSize(16);
    assertThat(catalogue.grades(Book.DONGHAI).keySet()).containsAll(served);
  }

  @Test
  void healthIsGradedC3AndNeedsASecondApprover() {
    FieldGrade health = catalogue.grades(Book.DONGHAI).get("healthNote");

    assertThat(health.needsSecondApprover()).isTrue();
    assertThat(health.shownTo(Audience.PARTNER)).isEqualTo(Shown.HIDDEN);
    assertThat(catalogue.grades(Book.DONGHAI).get("mobile").needsSecondApprover()).isFalse();
    assertThat(catalogue.grades(Book.DONGHAI).get("mobile").shownTo(Audience.NOBODY))
        .isEqualTo(Shown.HIDDEN);
  }

  @Test
  void aRegradedFieldHasItsNewMaskFromItsMomentOnWithoutADeployment() {
    regrade("nationality", "now() + interval '1 hour'", "W");

    assertThat(at(clock.instant()).shownTo(Audience.CUSTOMER)).isEqualTo(Shown.FULL);
    assertThat(at(clock.instant().plus(Duration.ofHours(2))).shownTo(Audience.CUSTOMER))
        .isEqualTo(Shown.W);
  }

  @Test
  void theServiceCannotRewriteAGradeNorShowAMaskedFieldToPartnersInFull() {
    assertThatThrownBy(() ->
            database.write(
                Book.DONGHAI,
                handle -> handle.execute("update field_grade set for_customer = 'P'")))
        .hasRootCauseInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() ->
            database.write(
                Book.DONGHAI,
                handle ->
                    handle.execute(
                        """
                        insert into field_grade
                        select field, now(), class, level, sensitive, mask_kind, for_customer, 'FULL',
                               for_client_manager, for_supervisor, for_compliance, for_auditor, 'test',
                               'ctl-donghai'
                          from field_grade where field = 'mobile'\
                        """)))
        .hasMessageContaining("field_grade_partner_masked");
  }

  private FieldGrade at(Instant when) {
    return new Catalogue(database, Clock.fixed(when, ZoneOffset.UTC))
        .grades(Book.DONGHAI)
        .get("nationality");
  }

  private void regrade(String field, String from, String forCustomer) {
    database.write(
        Book.DONGHAI,
        handle ->
            handle.execute(
                """
                insert into field_grade
                select field, %s, class, level, sensitive, mask_kind, ?, for_partner,
                       for_client_manager, for_supervisor, for_compliance, for_auditor, 'test',
                       'ctl-donghai'
                  from field_grade where field = ? and effective_from = '2026-01-01+08'\
                """
                    .formatted(from),
                forCustomer,
                field));
  }
}
