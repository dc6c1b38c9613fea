package org.shouxin.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shape of Grafana's dashboards as far as we use it. */
class DashboardsTest {

  @ParameterizedTest
  @CsvSource({"services,shouxin-services,9", "promises,shouxin-promises,12"})
  void panelsHaveOnePlaceEachAndAskTheChosenSource(String name, String uid, int panels) {
    JsonNode dashboard = Metrics.dashboard(name);
    assertThat(dashboard.path("uid").asText()).isEqualTo(uid);
    assertThat(dashboard.path("schemaVersion").asInt()).isEqualTo(39);
    Set<String> places = new TreeSet<>();
    for (JsonNode panel : dashboard.path("panels")) {
      assertThat(panel.path("type").asText()).isEqualTo("timeseries");
      assertThat(panel.path("datasource").path("uid").asText()).isEqualTo("${datasource}");
      assertThat(panel.path("title").asText()).isNotBlank();
      JsonNode place = panel.path("gridPos");
      assertThat(place.path("x").asInt() + place.path("w").asInt()).isLessThanOrEqualTo(24);
      places.add(place.path("x") + "/" + place.path("y"));
      for (JsonNode target : panel.path("targets")) {
        assertThat(target.path("expr").asText()).isNotBlank();
      }
    }
    assertThat(places).hasSize(panels);
    assertThat(dashboard.path("panels")).hasSize(panels);
  }
}
