package org.shouxin.launcher.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.OwnerOnly;
import org.shouxin.launcher.keycloak.KeycloakServer;

/**
 * A controller of its own with invented people, for partners' developers (issue 7.3): the partner
 * {@code partner-sandbox} sees Lin, who shares with it, sees nobody in Qiao, who does not, and has
 * nothing to do with the demo's brokers.
 */
final class Sandbox {
  static final String CONTROLLER = "ctl-sandbox";
  static final String OFFICER = "sandbox.compliance";
  private static final String PARTNER = "partner-sandbox";
  private static final String BOOK = "sandbox-customers.csv";

  /** People with accounts, as the book has them. */
  private record Person(
      String account, String name, String gender, String birthDate, String idNumber) {}

  private static final List<Person> PEOPLE =
      List.of(
          new Person("sandbox.lin", "林一", "F", "1986-02-14", "330100198602144027"),
          new Person("sandbox.qiao", "乔二", "M", "1979-09-03", "330100197909034178"));

  private static final List<DemoConsents.Wish> WISHES =
      List.of(
          new DemoConsents.Wish(
              "sandbox.lin", "P-12", PARTNER, List.of("IDENTITY", "CONTACT", "POLICY"), ""));

  private final Layout layout;
  private final KeycloakServer keycloak;
  private final Http http = new Http();

  Sandbox(Layout layout, KeycloakServer keycloak) {
    this.layout = layout;
    this.keycloak = keycloak;
  }

  /** Imports the people, links their accounts, gives Lin's consent; again it changes nothing. */
  void open(BookImport importer) throws IOException {
    new DemoStaff(layout, keycloak.tokens())
        .declareAgent(OFFICER, PARTNER, "SB-0001", "330100199003030030");
    Path book = layout.demo().resolve(BOOK);
    OwnerOnly.write(book, book());
    if (importer.run(book, CONTROLLER, null, layout.demo().resolve("defects-sandbox.csv")) != 0) {
      throw new LauncherException("The sandbox could not be imported; see ./shouxin status");
    }
    Map<String, String> ids = new HashMap<>();
    for (Person person : PEOPLE) {
      String id = idOf(person);
      keycloak.accounts().setAttribute(person.account(), "customer_id", id);
      ids.put(person.account(), id);
    }
    new DemoConsents(layout, keycloak.tokens(), account -> Objects.requireNonNull(ids.get(account)))
        .give(WISHES);
  }

  /** Entering somebody who is known already changes nothing and answers her id. */
  private String idOf(Person person) {
    ObjectNode entry = new ObjectMapper().createObjectNode();
    entry.put("name", person.name()).put("gender", person.gender());
    entry.put("birthDate", person.birthDate());
    entry.put("idType", "RIC").put("idNumber", person.idNumber());
    return http.post(
            layout.url(Component.RECORDS).resolve("/v1/customers"),
            keycloak.tokens().accessToken(OFFICER),
            entry)
        .path("id")
        .asText();
  }

  private static String book() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Sandbox.class.getResourceAsStream("/" + BOOK), BOOK)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
