package org.shouxin.launcher.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoRealmTest {
  private final DemoRealm realm = DemoRealm.read();
  private final JsonNode json = read();

  private JsonNode read() {
    try {
      return new ObjectMapper().readTree(realm.at(URI.create("http://localhost:8080")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void documentedSecretsAndPasswordsAreTheOnesOfTheRealm() {
    assertThat(realm.secretOf("partner-haiyun")).contains("haiyun-demo-secret");
    assertThat(realm.secretOf("partner-beichen")).contains("beichen-demo-secret");
    assertThat(realm.passwordOf("wang.manager")).contains("shouxin-demo");
    assertThat(realm.passwordOf("partner-haiyun")).isEmpty();
  }

  @Test
  void onlyTheDemosOwnCommandLineClientTakesPasswords() {
    assertThat(json.path("clients"))
        .filteredOn(client -> client.path("directAccessGrantsEnabled").asBoolean())
        .extracting(client -> client.path("clientId").asText())
        .containsExactly("shouxin-cli");
  }

  @Test
  void peopleCannotEditWhatDecidesAboutTheirAccess() throws IOException {
    String profile =
        json.path("components")
            .path("org.keycloak.userprofile.UserProfileProvider")
            .path(0)
            .path("config")
            .path("kc.user.profile.config")
            .path(0)
            .asText();
    assertThat(new ObjectMapper().readTree(profile).path("attributes"))
        .filteredOn(one ->
            List.of("controller", "employee_no", "branch", "customer_id")
                .contains(one.path("name").asText()))
        .hasSize(4)
        .allSatisfy(one ->
            assertThat(one.path("permissions").path("edit").toString()).isEqualTo("[\"admin\"]"));
  }

  @Test
  void portalReturnsToTheGatewayOfItsOwnInstallation() {
    assertThat(realm.at(URI.create("http://localhost:9080")))
        .contains("http://localhost:9080/*")
        .doesNotContain("localhost:8080");
  }
}
