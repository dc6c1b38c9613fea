package org.shouxin.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.OwnerOnly;
import org.shouxin.launcher.keycloak.KeycloakServer;

/**
 * The people of the demo who sign in as customers: imported by a small book of the same shape,
 * found again by their own client manager, linked to their accounts by the administrator.
 */
final class DemoCustomers {
  /** An account and the two factors its person is found by; all invented. */
  private record Person(String account, String name, String idNumber) {}

  private static final List<Person> PEOPLE =
      List.of(
          new Person("li.lei", "李雷", "330100199003070171"),
          new Person("han.mei", "韩梅", "330100199205180264"));
  private static final String BOOK = "demo-customers.csv";

  private final Layout layout;
  private final KeycloakServer keycloak;
  private final URI records;
  private final Path idsFile;
  private final Http http = new Http();

  DemoCustomers(Layout layout, KeycloakServer keycloak) {
    this.layout = layout;
    this.keycloak = keycloak;
    this.records = layout.url(Component.RECORDS);
    this.idsFile = layout.demo().resolve("customer-ids");
  }

  /** Imports them and links their accounts; a second time changes nothing. */
  void importAndLink(BookImport importer) throws IOException {
    Path book = layout.demo().resolve(BOOK);
    OwnerOnly.write(book, book());
    if (importer.run(book, "ctl-donghai", null, layout.demo().resolve("defects-customers.csv"))
        != 0) {
      throw new LauncherException("The demo customers could not be imported; see ./shouxin status");
    }
    Properties ids = new Properties();
    for (Person person : PEOPLE) {
      String id = find(person);
      keycloak.accounts().setAttribute(person.account(), "customer_id", id);
      ids.setProperty(person.account(), id);
    }
    StringWriter text = new StringWriter();
    ids.store(text, "Customer records of the demo accounts");
    OwnerOnly.write(idsFile, text.toString());
  }

  private String find(Person person) {
    ObjectNode search = new ObjectMapper().createObjectNode();
    search.putObject("factors").put("name", person.name()).put("idNumber", person.idNumber());
    search.put("purpose", "P-04").putArray("fields").add("name");
    JsonNode found =
        http.post(
            records.resolve("/v1/customers/search"),
            keycloak.tokens().accessToken("wang.manager"),
            search);
    String id = found.path("customers").path(0).path("id").asText();
    if (id.isEmpty()) {
      throw new LauncherException(
          "The record of the demo customer "
              + person.account()
              + " was not found after its import. Look into "
              + layout.log(Component.RECORDS)
              + ", then run ./shouxin reset.");
    }
    return id;
  }

  /** The id of the record that belongs to an account. */
  String id(String account) {
    Properties ids = new Properties();
    try (Reader reader = Files.newBufferedReader(idsFile)) {
      ids.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Objects.requireNonNull(ids.getProperty(account), account);
  }

  private static String book() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(DemoCustomers.class.getResourceAsStream("/" + BOOK), BOOK)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
