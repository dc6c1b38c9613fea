package org.shouxin.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets come by reference, and whatever an overlay reads it also brings. */
class OverlaySecretsTest {
  private static final String TRIAL = "trial";
  private static final Map<String, Manifests> RENDERED = new LinkedHashMap<>();

  @BeforeAll
  static void render() throws Exception {
    for (String overlay : List.of(TRIAL, "production", "production-two-zones")) {
      RENDERED.put(overlay, Manifests.render("k8s/overlays/" + overlay));
    }
  }

  /** A pod that mounts or reads a secret nobody makes never starts. */
  @ParameterizedTest
  @ValueSource(strings = {TRIAL, "production", "production-two-zones"})
  void everySecretThatIsReadIsMadeByTheOverlay(String overlay) {
    Set<String> made = new TreeSet<>();
    Manifests rendered = rendered(overlay);
    for (Node external : rendered.ofKind("ExternalSecret")) {
      String name = external.at("spec.target.name").text();
      made.add(name);
      external
          .at("spec.data")
          .list()
          .forEach(item -> made.add(name + "/" + item.at("secretKey").text()));
      external
          .at("spec.target.template.data")
          .texts()
          .keySet()
          .forEach(key -> made.add(name + "/" + key));
    }
    for (Node certificate : rendered.ofKind("Certificate")) {
      String name = certificate.at("spec.secretName").text();
      made.addAll(List.of(name, name + "/ca.crt", name + "/tls.crt", name + "/tls.key"));
    }
    assertThat(made).containsAll(secretsRead(rendered));
    if (overlay.equals(TRIAL)) {
      assertThat(secretsRead(rendered)).isEmpty();
    }
  }

  @Test
  void databaseRolesAndServicesShareTheSameEntriesOfTheStore() {
    Manifests rendered = rendered("production");
    Map<String, String> roles = new LinkedHashMap<>();
    for (Node cluster : rendered.ofKind("Cluster")) {
      for (Node role : cluster.at("spec.managed.roles").list()) {
        Node secret = rendered.one("ExternalSecret", role.at("passwordSecret.name").text());
        assertThat(secret.at("spec.target.template.data.username").text())
            .isEqualTo(role.at("name").text());
        Node remote = secret.at("spec.data").list().getFirst().at("remoteRef");
        roles.put(
            role.at("name").text(), remote.at("key").text() + " " + remote.at("property").text());
      }
    }
    assertThat(roles)
        .containsOnly(
            Map.entry("consent", "shouxin/consent-service database-password"),
            Map.entry("consent_owner", "shouxin/consent-service migration-password"),
            Map.entry("records", "shouxin/records-service database-password"),
            Map.entry("records_owner", "shouxin/records-service migration-password"),
            Map.entry("audit", "shouxin/audit-service database-password"),
            Map.entry("audit_owner", "shouxin/audit-service migration-password"),
            Map.entry("keys", "shouxin/records-service keys-database-password"),
            Map.entry("keys_owner", "shouxin/records-service keys-migration-password"));
  }

  @Test
  void dataKeysAreOnServersAndInBackupsOfTheirOwn() {
    Manifests rendered = rendered("production");
    assertThat(rendered.names("Cluster")).containsExactly("shouxin", "shouxin-keys");
    List<String> stores =
        rendered.ofKind("Cluster").stream()
            .map(cluster -> cluster.at("spec.backup.barmanObjectStore.destinationPath").text())
            .toList();
    assertThat(stores).doesNotHaveDuplicates().hasSize(2);
    assertThat(rendered.one("Cluster", "shouxin").at("spec.bootstrap.initdb.postInitSQL").text())
        .doesNotContain("keys");
  }

  private static Set<String> secretsRead(Manifests rendered) {
    Set<String> read = new TreeSet<>();
    for (Node workload :
        Stream.of("Deployment", "StatefulSet")
            .flatMap(kind -> rendered.ofKind(kind).stream())
            .toList()) {
      Node pod = workload.at("spec.template.spec");
      for (Node volume : pod.at("volumes").list()) {
        String name = volume.at("secret.secretName").text();
        if (!name.isEmpty()) {
          read.add(name);
          volume
              .at("secret.items")
              .list()
              .forEach(item -> read.add(name + "/" + item.at("key").text()));
        }
      }
      for (Node container : OverlayRulesTest.containers(pod)) {
        for (Node variable : container.at("env").list()) {
          Node reference = variable.at("valueFrom.secretKeyRef");
          if (reference.value() != null) {
            read.add(reference.at("name").text() + "/" + reference.at("key").text());
          }
        }
      }
    }
    return read;
  }

  private static Manifests rendered(String overlay) {
    return Objects.requireNonNull(RENDERED.get(overlay));
  }
}
