package org.shouxin.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The network policies open exactly the arrows of docs/architecture.md, in both directions. */
class NetworkArrowsTest {
  private static final String NAME = "app.kubernetes.io/name";
  private static Manifests base = new Manifests(List.of());

  @BeforeAll
  static void render() throws Exception {
    base = Manifests.render("k8s/base");
  }

  @Test
  void nothingTalksToAnythingUnlessAPolicySaysSo() {
    Node deny = base.one("NetworkPolicy", "default-deny").at("spec");
    assertThat(deny.at("podSelector").texts()).isEmpty();
    assertThat(deny.at("policyTypes").text()).isEqualTo("[Ingress, Egress]");
    assertThat(deny.at("ingress").list()).isEmpty();
    assertThat(deny.at("egress").list()).isEmpty();
  }

  @Test
  void servicesReachExactlyTheNeighboursTheyNeed() {
    assertThat(arrows("egress", "to"))
        .containsExactlyInAnyOrder(
            "gateway > name=consent-service:8081",
            "gateway > name=records-service:8082",
            "gateway > name=audit-service:8083",
            "consent-service > name=audit-service:8083",
            "consent-service > role=database:5432",
            "records-service > name=consent-service:8081",
            "records-service > name=audit-service:8083",
            "records-service > role=database:5432",
            "records-service > role=mail:587",
            "audit-service > role=database:5432",
            "common-egress > role=identity-provider:8443",
            "common-egress > dns:53/UDP",
            "common-egress > dns:53");
  }

  @Test
  void servicesAreReachedByExactlyWhoNeedsThem() {
    assertThat(arrows("ingress", "from"))
        .containsExactlyInAnyOrder(
            "gateway > edge=true:8080",
            "consent-service > name=gateway:8081",
            "consent-service > name=records-service:8081",
            "records-service > name=gateway:8082",
            "audit-service > name=gateway:8083",
            "audit-service > name=consent-service:8083",
            "audit-service > name=records-service:8083",
            "audit-service > edge=true:8083",
            "monitoring-ingress > monitoring=true:http");
  }

  private static Set<String> arrows(String direction, String peers) {
    Set<String> arrows = new TreeSet<>();
    for (Node policy : base.ofKind("NetworkPolicy")) {
      String name = policy.at("metadata.name").text();
      for (Node rule : policy.at("spec").at(direction).list()) {
        assertThat(rule.at(peers).list()).as(name + " names whom").isNotEmpty();
        assertThat(rule.at("ports").list()).as(name + " names ports").isNotEmpty();
        for (Node peer : rule.at(peers).list()) {
          for (Node port : rule.at("ports").list()) {
            arrows.add(name + " > " + peer(peer) + ":" + port(port));
          }
        }
      }
    }
    return arrows;
  }

  private static String peer(Node peer) {
    Map<String, String> pods = peer.at("podSelector.matchLabels").texts();
    Map<String, String> namespaces = peer.at("namespaceSelector.matchLabels").texts();
    if (pods.containsKey("k8s-app")) {
      assertThat(namespaces).containsEntry("kubernetes.io/metadata.name", "kube-system");
      return "dns";
    }
    assertThat(pods.size() + namespaces.size())
        .as(peer.path() + " selects by one label")
        .isEqualTo(1);
    Map<String, String> labels = pods.isEmpty() ? namespaces : pods;
    String label = labels.keySet().iterator().next();
    String shortName = label.equals(NAME) ? "name" : label.substring(label.indexOf('/') + 1);
    return shortName + "=" + labels.get(label);
  }

  private static String port(Node port) {
    String protocol = port.at("protocol").text();
    return port.at("port").text() + (protocol.equals("TCP") ? "" : "/" + protocol);
  }
}
