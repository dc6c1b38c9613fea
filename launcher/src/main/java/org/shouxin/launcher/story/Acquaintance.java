package org.shouxin.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.HttpStatusException;
import org.shouxin.launcher.LauncherException;

/** Steps 2 to 5: L is told, decides, is recorded with her child, and consents for the child. */
final class Acquaintance implements Chapter {
  private static final List<String> IDENTITY = List.of("IDENTITY", "CONTACT", "POLICY");

  @Override
  public void play(Stage stage) {
    Consents consents = new Consents(stage);
    Cast cast = stage.cast;
    InsurerDesk.opened(stage);
    stage.step(
        2,
        () -> {
          cast.customerId = consents.shownAtTheCounter("APPLICANT");
          stage.about(cast.customerId);
          stage.accounts.add(
              cast.customerAccount,
              Tokens.invented(),
              "customer",
              Map.of("controller", stage.broker.controller(), "customer_id", cast.customerId));
          consents.shown(cast.customerId, "APPLICANT");
        });
    stage.step(
        3,
        () -> {
          Consents.Asked application =
              new Consents.Asked(cast.customerId, "P-03", Cast.INSURER, IDENTITY);
          Consents.Asked health =
              new Consents.Asked(cast.customerId, "P-06", null, List.of("IDENTITY", "HEALTH"));
          Consents.Asked marketing =
              new Consents.Asked(cast.customerId, "P-11", null, List.of("CONTACT"));
          List.of(application, health, marketing).forEach(consents::requested);
          consents.given(application);
          consents.given(health);
          consents.refused(marketing);
        });
    stage.step(
        4,
        () -> {
          mistyped(stage);
          stage
              .manager()
              .post(Component.RECORDS, "/v1/customers", entry(cast.customerId, cast.customer));
          Telephone.proves(stage, cast.customer.mobile());
        });
    stage.step(5, () -> guarded(stage, consents));
  }

  private static void mistyped(Stage stage) {
    Map<String, Object> wrong = entry(stage.cast.customerId, stage.cast.customer);
    wrong.put("idNumber", stage.cast.customer.mistypedIdNumber());
    try {
      stage.manager().post(Component.RECORDS, "/v1/customers", wrong);
    } catch (HttpStatusException refused) {
      if (refused.code().equals("VALUE_INVALID")) {
        return;
      }
      throw refused;
    }
    throw new LauncherException("The story was told otherwise: a wrong check digit was taken.");
  }

  /** The number is left out: she adds it herself, proved by a code. */
  private static Map<String, Object> entry(String id, InventedPerson person) {
    Map<String, Object> entry = new HashMap<>();
    entry.put("customerId", id);
    entry.put("name", person.name());
    entry.put("gender", "F");
    entry.put("birthDate", person.birthDate().toString());
    entry.put("idType", "RIC");
    entry.put("idNumber", person.idNumber());
    entry.put("idValidUntil", "2045-01-01");
    return entry;
  }

  private static void guarded(Stage stage, Consents consents) {
    Cast cast = stage.cast;
    cast.childId = consents.shownAtTheCounter("GUARDIAN");
    stage.about(cast.childId);
    stage.manager().post(Component.RECORDS, "/v1/customers", entry(cast.childId, cast.child));
    Wait.until("M known as a child", () -> verified(stage));
    consents.shown(cast.childId, "GUARDIAN");
    consents.given(
        new Consents.Asked(cast.childId, "P-18", null, List.of("IDENTITY", "POLICY", "FAMILY")));
  }

  /** Empty while records-service has not told consent-service yet who is a child. */
  private static Optional<JsonNode> verified(Stage stage) {
    try {
      return Optional.of(
          stage
              .supervisor()
              .post(
                  Component.CONSENT,
                  "/v1/guardianships",
                  Map.of(
                      "childId",
                      stage.cast.childId,
                      "guardianId",
                      stage.cast.customerId,
                      "relation",
                      "PARENT",
                      "evidence",
                      "BIRTH_CERTIFICATE",
                      "evidenceSha256",
                      "5e".repeat(32))));
    } catch (HttpStatusException refused) {
      if (refused.code().equals("CONFLICT")) {
        return Optional.empty();
      }
      throw refused;
    }
  }
}
