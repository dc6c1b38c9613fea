package org.shouxin.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shouxin.launcher.LauncherException;

/**
 * Step 18: Old merges into New. L is told, does not object, and moves with M: W finds her no more,
 * New looks after her under a pseudonym of its own, insurer X finds her there by her old consent.
 */
final class Merger implements Chapter {
  private static final String BRANCH = "成都分公司";

  @Override
  public void play(Stage stage) {
    Broker joined = Broker.joined(stage.cast.managerNo);
    employed(stage, joined);
    stage.step(
        18,
        () -> {
          Deal deal = Deal.opened(stage, joined);
          deal.examined();
          deal.announced();
          deal.cutOver();
          requireGoneFromOld(stage);
          Parcel parcel = new Parcel(stage, joined, deal);
          parcel.moved();
          deal.closed(parcel.itemClasses());
        });
    stage.broker = joined;
    received(stage);
  }

  /** People of New whom the demo does not have. */
  private static void employed(Stage stage, Broker joined) {
    String number = stage.cast.managerNo;
    employed(stage, joined, joined.second(), "compliance-officer", number + "1");
    employed(stage, joined, joined.operator(), "operator", number + "2");
    employed(stage, joined, joined.witness(), "auditor", joined.witnessNo());
  }

  private static void employed(
      Stage stage, Broker joined, String name, String role, String number) {
    stage.accounts.add(
        name,
        Tokens.invented(),
        role,
        Map.of("controller", joined.controller(), "employee_no", number, "branch", BRANCH));
  }

  private static void requireGoneFromOld(Stage stage) {
    if (isFound(stage)) {
      throw new LauncherException("The story was told otherwise: W finds her after the cut-over.");
    }
  }

  private static boolean isFound(Stage stage) {
    return stage
        .manager()
        .ask(EndCheck.FIND, Map.of("factors", stage.cast.customer.factors()))
        .hasNonNull("id");
  }

  /** New gives her a client manager by its own book, and her account says where she is now. */
  private static void received(Stage stage) {
    Cast cast = stage.cast;
    cast.atOld = List.of(cast.customerId, cast.childId);
    InsurerDesk.opened(stage);
    Imported.read(stage, Application.book(cast, cast.newMobile, Cast.NEW_MANAGER_NO));
    cast.customerId =
        stage
            .manager()
            .ask(EndCheck.FIND, Map.of("factors", cast.customer.factors()))
            .path("id")
            .asText();
    stage.accounts.setAttribute(cast.customerAccount, "controller", stage.broker.controller());
    stage.accounts.setAttribute(cast.customerAccount, "customer_id", cast.customerId);
    stage.signInAgain(cast.customerAccount);
    cast.childId = Wait.until("M, whom L decides for at New too", () -> child(stage));
    stage.about(cast.customerId, cast.childId);
    String found =
        stage
            .insurer()
            .ask(Application.FOUND, Map.of("factors", cast.customer.factors()))
            .path("id")
            .asText();
    if (!found.equals(cast.customerId)) {
      throw new LauncherException("The story was told otherwise: X did not find L at New.");
    }
  }

  private static Optional<String> child(Stage stage) {
    return stage
        .customer()
        .ask("{ wards { customerId } }")
        .valueStream()
        .map((JsonNode ward) -> ward.path("customerId").asText())
        .findFirst();
  }
}
