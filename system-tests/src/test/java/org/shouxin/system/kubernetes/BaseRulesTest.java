package org.shouxin.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouxin.system.Project;

/** The rules that every workload of k8s/base keeps (style.md 27). */
class BaseRulesTest {
  private static final List<String> SERVICES = Project.SERVICES.stream().sorted().toList();
  private static Manifests base = new Manifests(List.of());

  @BeforeAll
  static void render() throws Exception {
    base = Manifests.render("k8s/base");
  }

  static Stream<String> services() {
    return SERVICES.stream();
  }

  @Test
  void theNamespaceEnforcesPodSecurityRestrictedAndHoldsEverything() {
    Map<String, String> labels = base.one("Namespace", "shouxin").at("metadata.labels").texts();
    assertThat(labels).containsEntry("pod-security.kubernetes.io/enforce", "restricted");
    assertThat(base.objects())
        .filteredOn(object -> !object.at("kind").text().equals("Namespace"))
        .allSatisfy(
            object -> assertThat(object.at("metadata.namespace").text()).isEqualTo("shouxin"));
  }

  @Test
  void everyServiceHasItsOwnObjectsAndNoOtherWorkloadExists() {
    assertThat(base.names("Deployment")).isEqualTo(SERVICES);
    assertThat(base.names("ServiceAccount")).isEqualTo(SERVICES);
    assertThat(base.names("PodDisruptionBudget")).isEqualTo(SERVICES);
    assertThat(base.names("NetworkPolicy")).containsAll(SERVICES);
    assertThat(base.names("Service"))
        .containsExactlyElementsOf(
            SERVICES.stream()
                .flatMap(name -> Stream.of(name, name + "-metrics"))
                .sorted()
                .toList());
    // One sequencer signs the log: audit-service is not scaled out.
    assertThat(base.names("HorizontalPodAutoscaler"))
        .containsExactly("consent-service", "gateway", "records-service");
    assertThat(base.one("Deployment", "audit-service").at("spec.replicas").text()).isEqualTo("1");
    assertThat(List.of("StatefulSet", "DaemonSet", "Job", "CronJob", "Pod"))
        .allSatisfy(kind -> assertThat(base.ofKind(kind)).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("services")
  void podsAreConfined(String service) {
    Node pod = pod(service);
    assertThat(pod.at("automountServiceAccountToken").text()).isEqualTo("false");
    assertThat(pod.at("serviceAccountName").text()).isEqualTo(service);
    assertThat(pod.at("securityContext.runAsNonRoot").text()).isEqualTo("true");
    assertThat(pod.at("securityContext.runAsUser").text()).isNotIn("", "0");
    assertThat(pod.at("securityContext.seccompProfile.type").text()).isEqualTo("RuntimeDefault");
    for (String shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
      assertThat(pod.at(shared).text()).isIn("", "false");
    }
    assertThat(pod.at("volumes").list())
        .allSatisfy(volume ->
            assertThat(volume.texts().keySet())
                .containsAnyOf("emptyDir", "secret", "persistentVolumeClaim"));
    assertThat(pod.at("volumes").named("tmp").at("emptyDir.sizeLimit").text()).isNotEmpty();
    assertThat(pod.at("initContainers").list()).isEmpty();
    assertThat(pod.at("containers").list()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("services")
  void containersHaveNoCapabilitiesNoWritableRootAndBoundedResources(String service) {
    Node container = container(service);
    Node security = container.at("securityContext");
    assertThat(security.at("readOnlyRootFilesystem").text()).isEqualTo("true");
    assertThat(security.at("allowPrivilegeEscalation").text()).isEqualTo("false");
    assertThat(security.at("capabilities.drop").text()).isEqualTo("[ALL]");
    assertThat(security.at("capabilities.add").text()).isEmpty();
    assertThat(security.at("privileged").text()).isIn("", "false");
    assertThat(container.at("volumeMounts").named("tmp").at("mountPath").text()).isEqualTo("/tmp");
    for (String kind : List.of("requests", "limits")) {
      assertThat(container.at("resources").at(kind).texts().keySet())
          .as(service + " " + kind)
          .contains("cpu", "memory");
    }
    assertThat(container.at("image").text())
        .matches("shouxin/" + service + "[:@].+")
        .doesNotEndWith(":latest");
  }

  @Test
  void noSecretIsInTheManifestsAndSecretSettingsComeByReference() {
    assertThat(base.ofKind("Secret")).isEmpty();
    for (Node settings : base.ofKind("ConfigMap")) {
      assertThat(settings.at("data").texts().keySet())
          .as(settings.path())
          .noneMatch(name -> name.matches(".*(PASSWORD|SECRET|CURSOR_KEY|PRIVATE).*"));
    }
    for (String service : SERVICES) {
      assertThat(container(service).at("env").list())
          .isNotEmpty()
          .allSatisfy(variable -> {
            assertThat(variable.at("value").text()).as(variable.at("name").text()).isEmpty();
            assertThat(variable.at("valueFrom.secretKeyRef.name").text()).isEqualTo(service);
          });
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void disruptionBudgetAndAutoscalerSelectTheService(String service) {
    assertThat(
            base.one("PodDisruptionBudget", service)
                .at("spec.selector.matchLabels")
                .key("app.kubernetes.io/name")
                .text())
        .isEqualTo(service);
    base.ofKind("HorizontalPodAutoscaler").stream()
        .filter(scaler -> scaler.at("metadata.name").text().equals(service))
        .forEach(scaler -> {
          assertThat(scaler.at("spec.scaleTargetRef.name").text()).isEqualTo(service);
          assertThat(Integer.parseInt(scaler.at("spec.minReplicas").text())).isGreaterThan(1);
        });
  }

  private static Node pod(String service) {
    return base.one("Deployment", service).at("spec.template.spec");
  }

  private static Node container(String service) {
    return pod(service).at("containers").named("service");
  }
}
