package org.shouxin.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouxin.system.Project;
import org.shouxin.system.documents.ConfigurationKeys;

/** Ports, probe paths and names of settings in the manifests are those that the services read. */
class ServicesAgreeTest {
  private static final Pattern DOCUMENTED_KEY =
      Pattern.compile("(?m)^\\| `([a-z][a-z0-9.\"-]+)` \\|");
  private static Manifests base = new Manifests(List.of());

  @BeforeAll
  static void render() throws Exception {
    base = Manifests.render("k8s/base");
  }

  static Stream<String> services() {
    return Project.SERVICES.stream();
  }

  @ParameterizedTest
  @MethodSource("services")
  void theContainerPortIsTheServicesPort(String service) {
    String port = ConfigurationKeys.defaultsOf(service).get("quarkus.http.port");
    assertThat(container(service).at("ports").named("http").at("containerPort").text())
        .isEqualTo(port);
    for (String name : List.of(service, service + "-metrics")) {
      Node spec = base.one("Service", name).at("spec");
      assertThat(spec.at("selector").key("app.kubernetes.io/name").text()).isEqualTo(service);
      assertThat(spec.at("ports").list())
          .singleElement()
          .satisfies(one -> {
            assertThat(one.at("port").text()).isEqualTo(port);
            assertThat(one.at("targetPort").text()).isEqualTo("http");
          });
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void probesAskTheHealthAddressesThatTheServicesHave(String service) {
    TreeMap<String, String> settings = ConfigurationKeys.defaultsOf(service);
    assertThat(settings.keySet())
        .as("health addresses are Quarkus' own")
        .noneMatch(key ->
            key.startsWith("quarkus.smallrye-health.root-path")
                || key.startsWith("quarkus.http.non-application-root-path")
                || key.startsWith("quarkus.http.root-path"));
    assertThat(settings).containsEntry("quarkus.management.enabled", "false");
    Map<String, String> probes =
        Map.of(
            "startupProbe", "/q/health/started",
            "livenessProbe", "/q/health/live",
            "readinessProbe", "/q/health/ready");
    probes.forEach((probe, path) -> {
      Node http = container(service).at(probe).at("httpGet");
      assertThat(http.at("path").text()).as(service + " " + probe).isEqualTo(path);
      assertThat(http.at("port").text()).isEqualTo("http");
    });
  }

  @ParameterizedTest
  @MethodSource("services")
  void everySettingIsAKeyThatTheServiceReads(String service) {
    Set<String> readable = new TreeSet<>();
    ConfigurationKeys.defaultsOf(service).keySet().forEach(key -> readable.add(environment(key)));
    Map<String, TreeMap<String, String>> modules = ConfigurationKeys.ofModules();
    for (String module : List.of("platform/runtime", service)) {
      modules
          .getOrDefault(module, new TreeMap<>())
          .keySet()
          .forEach(key -> readable.add(environment(key)));
    }
    DOCUMENTED_KEY
        .matcher(Project.read("docs/configuration.md"))
        .results()
        .map(key -> key.group(1))
        .filter(key -> key.startsWith("quarkus."))
        .forEach(key -> readable.add(environment(key)));
    assertThat(settingsOf(service)).isNotEmpty().isSubsetOf(readable);
  }

  /**
   * Modules say "required in production" in the sentence of a key without which they refuse to
   * start.
   */
  @ParameterizedTest
  @MethodSource("services")
  void everythingThatProductionRequiresIsSet(String service) {
    Map<String, TreeMap<String, String>> modules = ConfigurationKeys.ofModules();
    Set<String> required = new TreeSet<>();
    for (String module : List.of("platform/runtime", service)) {
      modules
          .getOrDefault(module, new TreeMap<>())
          .forEach((key, sentence) -> {
            if (sentence.contains("required in production")) {
              required.add(environment(key));
            }
          });
    }
    assertThat(settingsOf(service)).containsAll(required).contains("SHOUXIN_MODE");
    assertThat(configMap(service).at("data.SHOUXIN_MODE").text()).isEqualTo("production");
  }

  @ParameterizedTest
  @MethodSource("services")
  void addressesOfNeighboursAreTheirServicesAndPorts(String service) {
    Map<String, String> data = configMap(service).at("data").texts();
    Set<String> neighbours =
        ConfigurationKeys.defaultsOf(service).keySet().stream()
            .filter(key -> key.matches("quarkus\\.rest-client\\.\"?[a-z]+-service\"?\\.url"))
            .map(
                key -> key.replaceAll("quarkus\\.rest-client\\.\"?([a-z]+-service)\"?\\.url", "$1"))
            .collect(Collectors.toSet());
    for (String neighbour : neighbours) {
      String port = ConfigurationKeys.defaultsOf(neighbour).get("quarkus.http.port");
      assertThat(data)
          .containsEntry(
              "QUARKUS_REST_CLIENT_"
                  + neighbour.toUpperCase(Locale.ROOT).replace('-', '_')
                  + "_URL",
              "http://" + neighbour + ":" + port);
    }
  }

  /** D-99: replicas together grant the agreed rate only if none is started beyond the division. */
  @Test
  void thePaceIsDividedAmongAsManyReplicasAsTheAutoscalerMayStart() {
    assertThat(configMap("gateway").at("data.SHOUXIN_RATE_REPLICAS").text())
        .isEqualTo(
            base.one("HorizontalPodAutoscaler", "gateway").at("spec").at("maxReplicas").text());
  }

  private static Set<String> settingsOf(String service) {
    Set<String> names = new TreeSet<>(configMap(service).at("data").texts().keySet());
    container(service).at("env").list().forEach(variable -> names.add(variable.at("name").text()));
    return names;
  }

  private static Node configMap(String service) {
    List<Node> sources = container(service).at("envFrom").list();
    assertThat(sources).hasSize(1);
    return base.one("ConfigMap", sources.getFirst().at("configMapRef.name").text());
  }

  private static Node container(String service) {
    return base.one("Deployment", service).at("spec.template.spec.containers").named("service");
  }

  private static String environment(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
