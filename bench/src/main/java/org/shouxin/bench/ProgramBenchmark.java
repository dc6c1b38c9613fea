package org.shouxin.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a program that measures one algorithm by itself, without the system: it prints a list
 * of {@code {name, value, unit, baseline, ratio}}.
 *
 * @param arguments one list at full size, one at a hundredth
 */
record ProgramBenchmark(
    String name,
    String title,
    String module,
    String mainClass,
    List<String> fullSize,
    List<String> smallSize)
    implements Benchmark {

  @Override
  public List<Figure> measure(Bed bed, Settings settings) {
    String printed =
        Programs.run(
            bed.layout().project(),
            module,
            mainClass,
            settings.full() ? fullSize : smallSize,
            Map.of());
    return parse(printed);
  }

  static List<Figure> parse(String printed) {
    int from = printed.indexOf("[{");
    if (from < 0) {
      throw new BenchException("The program printed no figures: " + printed);
    }
    List<Figure> figures = new ArrayList<>();
    try {
      for (JsonNode one : new ObjectMapper().readTree(printed.substring(from))) {
        figures.add(
            new Figure(
                one.path("name").asText(),
                one.path("value").asDouble(),
                one.path("unit").asText(),
                number(one.path("baseline")),
                number(one.path("ratio")),
                null,
                null,
                null,
                null,
                0,
                Map.of()));
      }
    } catch (JsonProcessingException e) {
      throw new BenchException("The program's figures cannot be read: " + printed, e);
    }
    return figures;
  }

  private static @Nullable Double number(JsonNode value) {
    return value.isNumber() ? value.asDouble() : null;
  }
}
