package org.shouxin.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouxin.system.Project;

/** What holds of everything that any overlay sends to a cluster (style.md 27). */
class OverlayRulesTest {
  private static final String TRIAL = "trial";
  private static final List<String> OVERLAYS = List.of(TRIAL, "production", "production-two-zones");
  private static final Map<String, Manifests> RENDERED = new LinkedHashMap<>();

  @BeforeAll
  static void render() throws Exception {
    for (String overlay : OVERLAYS) {
      RENDERED.put(overlay, Manifests.render("k8s/overlays/" + overlay));
    }
    // Components that no overlay of ours takes are rendered over the base.
    for (String choice : List.of("tracing", "ingress", "transit")) {
      RENDERED.put(choice, Manifests.renderWith("k8s/components/" + choice));
    }
    RENDERED.put(
        "backup", Manifests.renderWith("k8s/components/cloudnative-pg", "k8s/components/backup"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TRIAL,
        "production",
        "production-two-zones",
        "tracing",
        "ingress",
        "transit",
        "backup"
      })
  void everyObjectParsesIntoItsTypeWithoutUnknownFields(String overlay) {
    assertThat(rendered(overlay).objects())
        .hasSizeGreaterThan(25)
        .allSatisfy(TypedManifests::parse);
  }

  @Test
  void aMisspeltFieldIsRefused() {
    Map<String, Object> wrong =
        Map.of(
            "apiVersion",
            "v1",
            "kind",
            "ServiceAccount",
            "metadata",
            Map.of("name", "x"),
            "automountServiceAccountTokens",
            false);
    assertThatThrownBy(() -> TypedManifests.parse(new Node("x", wrong)))
        .hasMessageContaining("automountServiceAccountTokens");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TRIAL,
        "production",
        "production-two-zones",
        "tracing",
        "ingress",
        "transit",
        "backup"
      })
  void everyWorkloadIsConfined(String overlay) {
    List<Node> workloads = workloads(overlay);
    assertThat(workloads).hasSizeGreaterThanOrEqualTo(Project.SERVICES.size());
    for (Node workload : workloads) {
      Node pod = workload.at("spec.template.spec");
      assertThat(pod.at("automountServiceAccountToken").text())
          .as(workload.path())
          .isEqualTo("false");
      assertThat(pod.at("serviceAccountName").text())
          .isEqualTo(workload.at("metadata.name").text());
      assertThat(pod.at("securityContext.runAsNonRoot").text())
          .as(workload.path())
          .isEqualTo("true");
      assertThat(pod.at("securityContext.seccompProfile.type").text())
          .as(workload.path())
          .isEqualTo("RuntimeDefault");
      for (Node container : containers(pod)) {
        Node security = container.at("securityContext");
        assertThat(security.at("allowPrivilegeEscalation").text())
            .as(container.path())
            .isEqualTo("false");
        assertThat(security.at("readOnlyRootFilesystem").text())
            .as(container.path())
            .isEqualTo("true");
        assertThat(security.at("capabilities.drop").text()).as(container.path()).isEqualTo("[ALL]");
        assertThat(container.at("resources.requests").texts().keySet())
            .containsExactly("cpu", "memory");
        assertThat(container.at("resources.limits").texts().keySet())
            .containsExactly("cpu", "memory");
        assertThat(container.at("image").text()).matches(".+[:@].+").doesNotEndWith(":latest");
      }
      Node main = pod.at("containers").list().getFirst();
      for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
        assertThat(main.at(probe).value()).as(workload.path() + " " + probe).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TRIAL,
        "production",
        "production-two-zones",
        "tracing",
        "ingress",
        "transit",
        "backup"
      })
  void nothingSecretIsRenderedAndEverythingIsInOneRestrictedNamespace(String overlay) {
    Manifests rendered = rendered(overlay);
    assertThat(rendered.ofKind("Secret")).isEmpty();
    assertThat(rendered.one("Namespace", "shouxin").at("metadata.labels").texts())
        .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
    assertThat(rendered.objects())
        .filteredOn(object -> !object.at("kind").text().equals("Namespace"))
        .allSatisfy(object ->
            assertThat(object.at("metadata.namespace").text())
                .as(object.path())
                .isEqualTo("shouxin"));
    assertThat(rendered.one("NetworkPolicy", "default-deny").at("spec.podSelector").texts())
        .isEmpty();
  }

  @Test
  void theTrialRunsTheDemosRealm() {
    assertThat(Project.read("k8s/components/keycloak-trial/shouxin-realm.json"))
        .isEqualTo(Project.read("launcher/src/main/resources/shouxin-realm.json"));
  }

  @Test
  void backupsOfKeysGoAfterAWeekAndThoseOfRecordsStay() {
    Manifests rendered = rendered("backup");
    assertThat(rendered.one("Cluster", "shouxin").at("spec.backup.retentionPolicy").text())
        .isEqualTo("90d");
    assertThat(rendered.one("Cluster", "shouxin-keys").at("spec.backup.retentionPolicy").text())
        .isEqualTo("7d");
  }

  @Test
  void inTwoZonesNoServiceIsInOneZoneOnly() {
    Manifests rendered = rendered("production-two-zones");
    for (String service : Project.SERVICES) {
      Node constraint =
          rendered
              .one("Deployment", service)
              .at("spec.template.spec.topologySpreadConstraints")
              .list()
              .stream()
              .filter(one -> one.at("topologyKey").text().equals("topology.kubernetes.io/zone"))
              .findFirst()
              .orElseThrow();
      assertThat(constraint.at("whenUnsatisfiable").text()).isEqualTo("DoNotSchedule");
    }
    assertThat(rendered.ofKind("HorizontalPodAutoscaler"))
        .allSatisfy(scaler -> assertThat(scaler.at("spec.minReplicas").text()).isEqualTo("4"));
    assertThat(rendered.ofKind("Cluster"))
        .allSatisfy(cluster ->
            assertThat(cluster.at("spec.postgresql.synchronous.number").text()).isEqualTo("2"));
  }

  private static List<Node> workloads(String overlay) {
    List<Node> workloads = new ArrayList<>(rendered(overlay).ofKind("Deployment"));
    workloads.addAll(rendered(overlay).ofKind("StatefulSet"));
    return workloads;
  }

  static List<Node> containers(Node pod) {
    List<Node> containers = new ArrayList<>(pod.at("containers").list());
    containers.addAll(pod.at("initContainers").list());
    return containers;
  }

  private static Manifests rendered(String overlay) {
    return Objects.requireNonNull(RENDERED.get(overlay));
  }
}
