package org.shouxin.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures as a table, a plot and JSON. */
record Report(Map<Benchmark, List<Figure>> measured, Machine machine, Settings settings) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** One figure in one line. */
  static String line(Figure figure) {
    StringBuilder line =
        new StringBuilder(figure.name() + " " + number(figure.value()) + " " + figure.unit());
    if (figure.ratio() != null) {
      line.append(", baseline ")
          .append(number(figure.baseline()))
          .append(", ratio ")
          .append(number(figure.ratio()));
    }
    if (figure.p99() != null && figure.p99() > 0) {
      line.append(", p50 ")
          .append(number(figure.p50()))
          .append(" ms, p99 ")
          .append(number(figure.p99()))
          .append(" ms");
    }
    if (figure.errors() > 0) {
      line.append(", errors ").append(figure.errors());
    }
    return line.toString();
  }

  /** Markdown. */
  String table() {
    StringBuilder text = new StringBuilder();
    text.append(
        "Medians of %d interleaved rounds of %d s. %s.\n\n"
            .formatted(settings.rounds(), settings.seconds(), machine.description()));
    text.append(
        "| What | Value | Range | Baseline | Ratio | p50 ms | p99 ms | CPU us an operation | Errors |\n");
    text.append("|---|---:|---:|---:|---:|---:|---:|---|---:|\n");
    measured.forEach((benchmark, figures) -> {
      text.append("| **").append(benchmark.title()).append("** | | | | | | | | |\n");
      figures.forEach(figure -> text.append(row(figure)));
    });
    return text.toString();
  }

  private static String row(Figure figure) {
    String range = figure.low() == null ? "" : number(figure.low()) + " - " + number(figure.high());
    String processors =
        figure.processorMicros().entrySet().stream()
            .map(one -> one.getKey() + " " + number(one.getValue()))
            .collect(Collectors.joining(", "));
    return "| %s | %s %s | %s | %s | %s | %s | %s | %s | %d |\n"
        .formatted(
            figure.name(),
            number(figure.value()),
            figure.unit(),
            range,
            number(figure.baseline()),
            number(figure.ratio()),
            number(figure.p50()),
            number(figure.p99()),
            processors,
            figure.errors());
  }

  void writeJson(Path file) throws IOException {
    List<Figure> all = measured.values().stream().flatMap(List::stream).toList();
    JSON.writeValue(file.toFile(), all);
  }

  /** {@code results.md}, {@code results.json} and a plot of the ratios. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    String name = measured.size() == 1 ? measured.keySet().iterator().next().name() : "results";
    Files.writeString(folder.resolve(name + ".md"), table());
    writeJson(folder.resolve(name + ".json"));
    Files.writeString(
        folder.resolve(name + ".svg"),
        RatioPlot.of(measured.values().stream().flatMap(List::stream).toList()));
  }

  static String number(@Nullable Double value) {
    if (value == null || value == 0 && !Double.isFinite(value)) {
      return "";
    }
    double size = Math.abs(value);
    String form = size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, form, value);
  }
}
