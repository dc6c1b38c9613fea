package org.shouxin.records.transfer.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.transfer.parcel.Item;

/** R-BT-04: a package writes about its own people and nobody else. */
class BelongingTest {
  private final String hanMei = Ids.random().toString();
  private final String complaint = Ids.next().toString();
  private final String outsider = Ids.random().toString();

  @Test
  void aPackageAboutItsOwnPeopleIsTaken() {
    Belonging belonging = new Belonging();
    belonging.look(
        new Chunk(
            "000001.sealed",
            List.of(
                item("person", "id", hanMei),
                item("notice", "id", outsider),
                item("guardianship", "childId", hanMei, "guardianId", hanMei),
                item("complaint", "id", complaint, "customerId", hanMei),
                item("complaintStep", "complaintId", complaint))));
    assertThatCode(belonging::requireGuardians).doesNotThrowAnyException();
  }

  @Test
  void anItemAboutSomebodyElseOrOnSomebodyElsesCaseIsRefused() {
    for (Item foreign :
        List.of(
            item("statement", "customerId", outsider),
            item("statement", "customerId", hanMei.toUpperCase(java.util.Locale.ROOT)),
            item("consentRecord", "id", complaint),
            item("guardianship", "childId", outsider, "guardianId", hanMei),
            item("complaintStep", "complaintId", complaint),
            item("rightsRequestStep", "requestId", complaint),
            item("dutyClockEvent", "caseId", complaint),
            item("conflictChoice", "customerId", hanMei, "statementId", outsider))) {
      ProblemException refused =
          catchThrowableOfType(
              ProblemException.class,
              () ->
                  new Belonging()
                      .look(
                          new Chunk(
                              "000001.sealed", List.of(item("person", "id", hanMei), foreign))));
      assertThat(refused.code()).as(foreign.itemClass()).isEqualTo(ProblemCode.PACKAGE_CHANGED);
    }
  }

  @Test
  void aGuardianWhoDoesNotArriveIsRefusedAfterTheLastChunk() {
    Belonging belonging = new Belonging();
    belonging.look(
        new Chunk(
            "000001.sealed",
            List.of(
                item("person", "id", hanMei),
                item("guardianship", "childId", hanMei, "guardianId", outsider))));
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, belonging::requireGuardians);
    assertThat(refused.code()).isEqualTo(ProblemCode.PACKAGE_CHANGED);
  }

  @Test
  void aGuardianMayStandInAnyChunkBeforeOrAfterHerWards() {
    String guardian = Ids.random().toString();
    Chunk hers = new Chunk("000002.sealed", List.of(item("person", "id", guardian)));
    Chunk wards =
        new Chunk(
            "000001.sealed",
            List.of(
                item("person", "id", hanMei),
                item("guardianship", "childId", hanMei, "guardianId", guardian)));
    Belonging after = new Belonging();
    after.look(wards);
    after.look(hers);
    assertThat(after.awaitsSomebody()).isFalse();

    Belonging before = new Belonging();
    before.look(hers);
    before.look(wards);
    assertThat(before.awaitsSomebody()).isTrue();
    before.meet(hers);
    assertThatCode(before::requireGuardians).doesNotThrowAnyException();
  }

  @Test
  void ofWhomWeKnowTheSellerVerifiesNothingAndChoosesNothing() {
    Item stated = item("statement", "customerId", hanMei, "verifier", "x", "verifiedAt", "y");
    assertThat(Trust.ofSeller(stated, Set.of(hanMei)))
        .contains(item("statement", "customerId", hanMei));
    assertThat(Trust.ofSeller(item("conflictChoice", "customerId", hanMei), Set.of(hanMei)))
        .isEmpty();
    assertThat(Trust.ofSeller(stated, Set.of())).contains(stated);
  }

  private static Item item(String itemClass, String... members) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < members.length; i += 2) {
      content.put(members[i], members[i + 1]);
    }
    return new Item(itemClass, content);
  }
}
