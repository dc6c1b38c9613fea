package org.shouxin.records.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.customer.PersonFacts;

/** R-RC-04: grades change by two people and without a deployment. */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class RegradingTest {
  @Inject Book book;
  @Inject Catalogue catalogue;

  private final Caller operator = Caller.employee("operator", "1003");
  private final Caller deng = Caller.employee("compliance-officer", "1001");
  private final PersonFacts liLei = Book.person("\u674e\u96f7");
  private CustomerId id;

  @BeforeEach
  void herFile() {
    new ConsentService().permits("email");
    id = book.admit(liLei);
  }

  @AfterEach
  void asBefore() {
    regrade("P");
  }

  @Test
  void theNextReadAfterAnApprovalIsMaskedByTheNewGrade() {
    String masked = "***@example.com";
    assertThat(partnerSees()).isEqualTo(masked);
    String proposal =
        propose(operator, grade("HIDDEN")).then().statusCode(201).extract().path("id");
    assertThat(partnerSees()).as("not by a proposal").isEqualTo(masked);

    decide(deng, proposal, "approval").then().statusCode(200).body("state", equalTo("APPROVED"));

    assertThat(partnerSees()).isNull();
    assertThat(String.join("\n", book.eventBodies()))
        .contains("\"type\":\"grade.proposed\"", "\"type\":\"grade.approved\"", proposal);
    assertThat(catalogue.grades(Book.XINGHE).get("email").shownTo(Audience.PARTNER))
        .as("another controller's grade stays")
        .isEqualTo(Shown.P);
  }

  @Test
  void whoProposedDoesNotApproveAndNobodyDecidesTwice() {
    String own = propose(deng, grade("HIDDEN")).path("id");
    decide(deng, own, "approval").then().statusCode(422).body("code", equalTo("SELF_APPROVAL"));
    decide(operator, own, "approval").then().statusCode(403);
    decide(Caller.employee("compliance-officer", "1002"), own, "rejection")
        .then()
        .statusCode(200)
        .body("state", equalTo("REJECTED"));
    decide(Caller.employee("compliance-officer", "1002"), own, "approval")
        .then()
        .statusCode(409)
        .body("code", equalTo("GRADE_STATE_CONFLICT"));
    assertThat(partnerSees()).isEqualTo("***@example.com");
  }

  @Test
  void noApprovalShowsPartnersAFieldInFullNorTakesItsMaskAway() {
    Map<String, Object> open = grade("FULL");
    open.put("mask", "NONE");
    propose(operator, open)
        .then()
        .statusCode(422)
        .body("code", equalTo("GRADE_INVALID"))
        .body("errors.code", hasItem("MASK_OF_ANOTHER_KIND"));
    Map<String, Object> secret = grade("FULL");
    secret.put("grade", "C3");
    propose(operator, secret)
        .then()
        .statusCode(422)
        .body("errors.code", hasItems("C3_IS_LEVEL_4", "PARTNER_IS_MASKED"));
    Map<String, Object> unknown = grade("P");
    unknown.put("field", "shoeSize");
    propose(operator, unknown).then().statusCode(400).body("code", equalTo("FIELD_UNKNOWN"));
  }

  private String partnerSees() {
    return Caller.partner().read(List.of(id), "email").then().extract().path("customers[0].email");
  }

  private void regrade(String forPartner) {
    String proposal = propose(operator, grade(forPartner)).path("id");
    decide(deng, proposal, "approval").then().statusCode(200);
  }

  private static Map<String, Object> grade(String forPartner) {
    Map<String, Object> grade = new HashMap<>();
    grade.put("field", "email");
    grade.put("grade", "C2");
    grade.put("level", 3);
    grade.put("sensitive", false);
    grade.put("mask", "EMAIL");
    grade.put(
        "shown",
        Map.of(
            "customer", "FULL",
            "partner", forPartner,
            "clientManager", "W",
            "supervisor", "W",
            "compliance", "W",
            "auditor", "P"));
    return grade;
  }

  private static Response propose(Caller caller, Map<String, Object> grade) {
    return caller.post(
        "/v1/catalogue/proposals", Map.of("grade", grade, "basis", "JR/T 0197-2020"));
  }

  private static Response decide(Caller caller, String proposal, String how) {
    return caller.post("/v1/catalogue/proposals/" + proposal + "/" + how, Map.of());
  }
}
