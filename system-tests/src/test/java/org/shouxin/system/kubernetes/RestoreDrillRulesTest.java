package org.shouxin.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The monthly restore drill of a cluster, and two people's control over its backups (R-RC-08). */
class RestoreDrillRulesTest {
  private static final String NAME = "app.kubernetes.io/name";
  private static Manifests production = new Manifests(List.of());
  private static Manifests dualControl = new Manifests(List.of());

  @BeforeAll
  static void render() throws Exception {
    production = Manifests.render("k8s/overlays/production");
    dualControl = Manifests.render("k8s/overlays/dual-control");
  }

  @Test
  void eachMonthOneDrillRunsConfinedAndAFailedOneIsNotTriedUntilItPasses() {
    Node spec = production.one("CronJob", "restore-drill").at("spec");
    assertThat(spec.at("schedule").text()).isEqualTo("30 3 1 * *");
    assertThat(spec.at("concurrencyPolicy").text()).isEqualTo("Forbid");
    assertThat(spec.at("suspend").text()).isIn("", "false");
    assertThat(spec.at("jobTemplate.spec.backoffLimit").text()).isEqualTo("0");
    Node pod = pod();
    assertThat(pod.at("restartPolicy").text()).isEqualTo("Never");
    assertThat(pod.at("securityContext.runAsNonRoot").text()).isEqualTo("true");
    assertThat(pod.at("securityContext.seccompProfile.type").text()).isEqualTo("RuntimeDefault");
    Node container = container();
    assertThat(container.at("securityContext.readOnlyRootFilesystem").text()).isEqualTo("true");
    assertThat(container.at("securityContext.allowPrivilegeEscalation").text()).isEqualTo("false");
    assertThat(container.at("securityContext.capabilities.drop").text()).isEqualTo("[ALL]");
    assertThat(container.at("resources.limits").texts().keySet()).containsExactly("cpu", "memory");
    assertThat(container.at("image").text()).isEqualTo("shouxin/restore-drill:0.1.0");
  }

  @Test
  void everyFileThatTheDrillIsToldOfIsMountedFromASecretThatTheOverlayMakes() {
    Set<String> made = new TreeSet<>();
    production.ofKind("ExternalSecret").forEach(one -> made.add(one.at("spec.target.name").text()));
    production.ofKind("Certificate").forEach(one -> made.add(one.at("spec.secretName").text()));
    List<String> mounts =
        container().at("volumeMounts").list().stream()
            .map(mount -> mount.at("mountPath").text())
            .toList();
    List<String> files =
        container().at("args").list().stream()
            .map(Node::text)
            .filter(word -> word.contains("=/"))
            .map(word -> word.substring(word.indexOf('=') + 1))
            .toList();
    assertThat(files).hasSize(4).allSatisfy(file -> assertThat(mounts).anyMatch(file::startsWith));
    assertThat(
            pod().at("volumes").list().stream()
                .map(volume -> volume.at("secret.secretName").text())
                .filter(name -> !name.isEmpty())
                .toList())
        .hasSize(3)
        .allSatisfy(secret -> assertThat(made).contains(secret));
  }

  /** What the drill asks for by name is what it may: more would be a way into the databases. */
  @Test
  void itMayReadTheWorkingClustersAndMakeAndDeleteItsOwnTwoAndNothingElse() {
    Set<String> may = new TreeSet<>();
    for (Node rule : production.one("Role", "restore-drill").at("rules").list()) {
      may.add(
          rule.at("verbs").text()
              + " "
              + rule.at("resources").text()
              + " "
              + rule.at("resourceNames").text());
    }
    assertThat(may)
        .containsExactlyInAnyOrder(
            "[create] [clusters] ",
            "[get] [clusters] [shouxin, shouxin-keys]",
            "[get, delete] [clusters] [drill-shouxin, drill-shouxin-keys]",
            "[get] [secrets] [drill-shouxin-superuser, drill-shouxin-keys-superuser]");
    assertThat(production.names("Cluster")).containsExactly("shouxin", "shouxin-keys");
    assertThat(
            production.one("Certificate", "restore-drill-database-tls").at("spec.dnsNames").text())
        .isEqualTo("[drill-shouxin-rw, drill-shouxin-keys-rw]");
  }

  @Test
  void whatWasRestoredIsEnteredByTheDrillAlone() {
    Set<String> from = new TreeSet<>();
    for (Node rule :
        production.one("NetworkPolicy", "restored-database").at("spec.ingress").list()) {
      rule.at("from")
          .list()
          .forEach(peer ->
              from.add(
                  peer.at("podSelector.matchLabels").text()
                      + peer.at("namespaceSelector.matchLabels").text()));
    }
    assertThat(from)
        .containsExactlyInAnyOrder(
            "{app.kubernetes.io/name=restore-drill}",
            "{shouxin.org/role=restored-database}",
            "{kubernetes.io/metadata.name=cnpg-system}");
    for (Node policy : production.ofKind("NetworkPolicy")) {
      String selected = policy.at("spec.podSelector.matchLabels").text();
      if (!selected.contains("restore")) {
        assertThat(policy.at("spec").text()).doesNotContain("restored-database");
      }
    }
    assertThat(
            production
                .one("NetworkPolicy", "restore-drill")
                .at("spec.podSelector.matchLabels")
                .key(NAME)
                .text())
        .isEqualTo("restore-drill");
  }

  @Test
  void withKubectlBackupsAreRestoredAndDeletedByTwoPeople() {
    assertThat(dualControl.objects()).hasSize(4).allSatisfy(TypedManifests::parse);
    for (Node object : dualControl.objects()) {
      assertThat(object.at("metadata.namespace").text()).as("cluster-wide").isEmpty();
    }
    for (Node policy : dualControl.ofKind("ValidatingAdmissionPolicy")) {
      assertThat(policy.at("spec.failurePolicy").text()).isEqualTo("Fail");
      Node binding =
          dualControl.one("ValidatingAdmissionPolicyBinding", policy.at("metadata.name").text());
      assertThat(binding.at("spec.validationActions").text()).isEqualTo("[Deny, Audit]");
    }
    Node two = dualControl.one("ValidatingAdmissionPolicyBinding", "shouxin-backup-two-people");
    assertThat(two.at("spec.paramRef.parameterNotFoundAction").text()).isEqualTo("Deny");
    String drill =
        dualControl
            .one("ValidatingAdmissionPolicy", "shouxin-backup-two-people")
            .at("spec.matchConditions")
            .named("is-no-drill")
            .at("expression")
            .text();
    assertThat(drill)
        .contains("'system:serviceaccount:shouxin:restore-drill' && request.name in")
        .contains("['drill-shouxin', 'drill-shouxin-keys']");
  }

  private static Node pod() {
    return production.one("CronJob", "restore-drill").at("spec.jobTemplate.spec.template.spec");
  }

  private static Node container() {
    return pod().at("containers").named("drill");
  }
}
