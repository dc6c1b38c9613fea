package org.shouxin.records.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.access.Assignments;
import org.shouxin.records.customer.PersonFacts;
import org.shouxin.records.disclosure.mask.MaskKind;
import org.shouxin.records.disclosure.mask.MaskLevel;
import org.shouxin.records.disclosure.mask.Masks;
import org.shouxin.records.quality.IdType;
import org.shouxin.testing.TestTokens;

/** R-AC-01: every role x operation x field has an expected outcome and passes (docs/rights.md). */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class RightsTest {
  private static final Path CONTRACTS = Path.of("../contracts");
  private static final String OURS = "records-service.openapi.yaml";
  private static final List<String> REST =
      List.of(OURS, "consent-service.openapi.yaml", "audit-service.openapi.yaml");
  private static final String GRAPHQL = "gateway.graphql";
  private static final String EVERYBODY = "EVERYBODY";
  private static final String[] SERVED = {
    "name", "idType", "idNumber", "gender", "birthDate", "mobile", "email", "address", "policies"
  };

  @Inject Book book;
  @Inject Catalogue catalogue;
  @Inject Assignments assignments;
  @Inject Database database;

  private final String number = "rgt-" + Ids.random().toString().substring(0, 8);

  /** A line of contracts/rights.csv. */
  private record Line(String contract, String operation, String act, String roles) {
    String key() {
      return contract + " " + operation;
    }
  }

  @Test
  void everyOperationHasALineThatNamesItsRolesAndNoLineIsLeftOver() throws IOException {
    Map<String, String> offered = new TreeMap<>();
    for (String contract : REST) {
      rolesByOperation(contract)
          .forEach((operation, roles) ->
              offered.put(contract + " " + operation, String.join(" ", roles)));
    }
    Map<String, String> lines = new TreeMap<>();
    Set<String> graphQl = new TreeSet<>();
    for (Line line : lines()) {
      if (line.contract().equals(GRAPHQL)) {
        graphQl.add(line.operation());
        assertThat(offered).as(line.operation()).containsKey(line.roles());
      } else {
        lines.put(line.key(), line.roles());
      }
    }
    assertThat(lines).as("contracts/rights.csv").isEqualTo(offered);
    assertThat(graphQl).as("GraphQL in contracts/rights.csv").isEqualTo(graphQlOperations());
  }

  @Test
  void noKindOfActIsOpenToARoleThatMayNotDoIt() throws IOException {
    Map<String, Map<String, String>> acts = PublishedRights.table("Act");
    List<String> violations = new ArrayList<>();
    for (Line line : lines()) {
      if (line.contract().equals(GRAPHQL) || line.act().equals(EVERYBODY)) {
        continue;
      }
      assertThat(acts).as(line.key()).containsKey(line.act());
      for (String role : line.roles().split(" ")) {
        if (!"yes".equals(acts.get(line.act()).get(role))) {
          violations.add(line.key() + ": " + role + " may not " + line.act());
        }
      }
    }
    assertThat(violations).isEmpty();
  }

  @Test
  void everyRoleMeetsEveryOperationOfThisServiceAsItsLineSays() throws IOException {
    new ConsentService().refuses("NO_CONSENT");
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("customer", Caller.customer(new CustomerId(Ids.random())).token());
    tokens.put("partner", Caller.partner().token());
    for (String role :
        List.of("client-manager", "supervisor", "compliance-officer", "auditor", "operator")) {
      tokens.put(role, Caller.employee(role, number).token());
    }
    tokens.put("service", TestTokens.service("gateway"));
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    for (Line line : lines()) {
      if (!line.contract().equals(OURS)) {
        continue;
      }
      for (Map.Entry<String, String> token : tokens.entrySet()) {
        boolean allowed = List.of(line.roles().split(" ")).contains(token.getKey());
        boolean refused = isForbidden(call(line.operation(), token.getValue()));
        tried++;
        if (allowed == refused) {
          wrong.add(
              line.operation() + " as " + token.getKey() + (refused ? " refused" : " let in"));
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(tried).isGreaterThanOrEqualTo(64 * tokens.size());
  }

  @Test
  void everyFieldIsShownAndOpenedAsPublished() throws IOException {
    Map<String, FieldGrade> grades = catalogue.grades(Book.DONGHAI);
    Map<String, Audience> columns =
        Map.of(
            "Customer", Audience.CUSTOMER,
            "Partner", Audience.PARTNER,
            "Client manager", Audience.CLIENT_MANAGER,
            "Supervisor", Audience.SUPERVISOR,
            "Compliance", Audience.COMPLIANCE,
            "Auditor", Audience.AUDITOR);
    PublishedRights.cells()
        .forEach((field, cells) ->
            cells.forEach((column, cell) -> {
              Audience audience = columns.get(column);
              assertThat(grades.get(field).shownTo(audience))
                  .as("%s to %s", field, column)
                  .isEqualTo(cell.shown());
              assertThat(grades.get(field).unmaskBy(audience))
                  .as("unmask %s by %s", field, column)
                  .isEqualTo(cell.unmask());
            }));
    List<String> unclassed =
        database.systemRead(handle ->
            handle
                .createQuery("select field from field_grade except select field from field_class")
                .mapTo(String.class)
                .list());
    assertThat(unclassed).as("fields without a class of DR-13").isEmpty();
    assertThat(grades.values())
        .allSatisfy(grade ->
            assertThat(grade.shownTo(Audience.NOBODY)).as(grade.field()).isEqualTo(Shown.HIDDEN));
  }

  @Test
  void eachRoleReadsEachFieldAsPublished() throws IOException {
    new ConsentService().permits(SERVED);
    PersonFacts person = Book.person("\u97e9\u6885\u6885");
    book.admit(Book.DONGHAI, Book.policy(Book.nextPolicyNumber(), person, person));
    CustomerId id = book.admit(person);
    Map<String, Caller> callers =
        Map.of(
            "Customer", Caller.customer(id),
            "Partner", Caller.partner(),
            "Client manager", Caller.manager(number),
            "Supervisor", Caller.employee("supervisor", number + "s"),
            "Compliance", Caller.employee("compliance-officer", number + "c"),
            "Auditor", Caller.employee("auditor", number + "a"));
    Map<String, String> raw =
        Map.of(
            "name", person.name(),
            "gender", "F",
            "birthDate", "1900-02-28",
            "idType", "RIC",
            "idNumber", person.idNumber(),
            "mobile", person.mobile(),
            "email", person.email(),
            "address", person.address());
    Map<String, Map<String, PublishedRights.Cell>> cells = PublishedRights.cells();
    for (Map.Entry<String, Caller> caller : callers.entrySet()) {
      Response answer = caller.getValue().read(List.of(id), SERVED);
      raw.forEach((field, value) ->
          assertThat(answer.<String>path("customers[0]." + field))
              .as("%s to %s", field, caller.getKey())
              .isEqualTo(seen(field, value, cells.get(field).get(caller.getKey()).shown())));
    }
  }

  @Test
  void anEndedAssignmentEndsAccessWithTheNextRead() {
    new ConsentService().permitsAssigned("name");
    PersonFacts person = Book.person("\u97e9\u6885\u6885");
    book.admit(Book.DONGHAI, Book.policy(Book.nextPolicyNumber(), person, person));
    CustomerId id = book.admit(person);
    Assignments.Assignment own = new Assignments.Assignment(id, number);
    database.write(
        Book.DONGHAI,
        handle -> {
          assignments.add(handle, Book.DONGHAI, List.of(own));
          return own;
        });
    Caller manager = Caller.manager(number);
    assertThat(manager.read(List.of(id), "name").<List<?>>path("customers")).hasSize(1);
    database.write(Book.DONGHAI, handle -> assignments.end(handle, Book.DONGHAI, own));
    assertThat(manager.read(List.of(id), "name").<List<?>>path("customers")).isEmpty();
    assertThat(book.events(id)).endsWith("record.read", "access.denied");
  }

  @Test
  void theMatrixThatShipsIsTheOneInTheDatabaseAndTheServiceCannotChangeIt() throws IOException {
    List<String> stored =
        database.systemRead(handle ->
            handle
                .createQuery(
                    "select data_class || ',' || position || ',' || shown || ',' || unmask || ',' || basis"
                        + " from access_rule order by 1")
                .mapTo(String.class)
                .list());
    Path shipped = Path.of("src/main/resources/org/shouxin/records/catalogue/access-matrix.csv");
    assertThat(stored)
        .containsExactlyInAnyOrderElementsOf(Files.readAllLines(shipped).stream().skip(1).toList());
    boolean changeable =
        database.systemRead(handle ->
            handle
                .createQuery(
                    "select has_table_privilege('access_rule', 'insert, update, delete')"
                        + " or has_table_privilege('field_class', 'insert, update, delete')")
                .mapTo(Boolean.class)
                .one());
    assertThat(changeable).isFalse();
  }

  private static String seen(String field, String value, Shown shown) {
    LocalDate today = LocalDate.now();
    MaskLevel level = shown == Shown.W ? MaskLevel.W : MaskLevel.P;
    return switch (shown) {
      case FULL -> value;
      case HIDDEN -> null;
      case W, P ->
          field.equals("idNumber")
              ? Masks.maskIdentityNumber(IdType.RIC, level, value, today)
              : mask(field).map(kind -> Masks.mask(kind, level, value, today)).orElse(value);
    };
  }

  private static Optional<MaskKind> mask(String field) {
    return switch (field) {
      case "name" -> Optional.of(MaskKind.NAME);
      case "birthDate" -> Optional.of(MaskKind.BIRTH_DATE);
      case "mobile" -> Optional.of(MaskKind.TELEPHONE);
      case "email" -> Optional.of(MaskKind.EMAIL);
      case "address" -> Optional.of(MaskKind.ADDRESS);
      default -> Optional.empty();
    };
  }

  private static Response call(String operation, String token) {
    String[] words = operation.split(" ");
    String path = words[1].replaceAll("\\{[a-z]+}", Ids.random().toString());
    var request = given().auth().oauth2(token);
    return switch (words[0]) {
      case "GET" -> request.get(path);
      case "PUT" -> request.contentType(ContentType.JSON).body("{}").put(path);
      default -> request.contentType(ContentType.JSON).body("{}").post(path);
    };
  }

  private static boolean isForbidden(Response response) {
    return response.statusCode() == 403 && response.asString().contains("\"FORBIDDEN\"");
  }

  private static List<Line> lines() throws IOException {
    return Files.readAllLines(CONTRACTS.resolve("rights.csv")).stream()
        .skip(1)
        .map(line -> line.split(",", 4))
        .map(cells -> new Line(cells[0], cells[1], cells[2], cells[3]))
        .toList();
  }

  private static Map<String, Set<String>> rolesByOperation(String contract) throws IOException {
    JsonNode api = new YAMLMapper().readTree(CONTRACTS.resolve(contract).toFile());
    Map<String, Set<String>> operations = new TreeMap<>();
    api.path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(method -> {
                  Set<String> roles = new TreeSet<>();
                  for (JsonNode requirement : method.getValue().path("security")) {
                    requirement.path("SecurityScheme").forEach(role -> roles.add(role.asText()));
                  }
                  operations.put(
                      method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), roles);
                }));
    return operations;
  }

  private static Set<String> graphQlOperations() throws IOException {
    String sdl = Files.readString(CONTRACTS.resolve(GRAPHQL));
    Set<String> operations = new TreeSet<>();
    for (String type : Arrays.asList("Query", "Mutation")) {
      int start = sdl.indexOf("type " + type + " {");
      Matcher field =
          Pattern.compile("(?m)^  (\\w+)[(:]")
              .matcher(sdl.substring(start, sdl.indexOf("\n}", start)));
      while (field.find()) {
        operations.add(type + "." + field.group(1));
      }
    }
    return operations;
  }
}
