package org.shouxin.launcher.story;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Which events each step leaves in the log, in their order: {@code story/events.csv}. */
final class Plot {
  /** Number of steps. */
  static final int STEPS = 20;

  private static final String FILE = "/story/events.csv";

  private final List<ExpectedEvent> events;

  private Plot(List<ExpectedEvent> events) {
    this.events = events;
  }

  static Plot read() {
    InputStream file = Objects.requireNonNull(Plot.class.getResourceAsStream(FILE), FILE);
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return new Plot(rows.stream().map(Plot::event).toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static ExpectedEvent event(NamedCsvRecord row) {
    List<String> ours = Stream.of(row.getField("ours").split(" ")).toList();
    return new ExpectedEvent(
        Integer.parseInt(row.getField("step")),
        row.getField("story"),
        ours.getFirst(),
        ours.subList(1, ours.size()),
        ExpectedEvent.State.valueOf(row.getField("state")),
        row.getField("requirement"));
  }

  /** Every event of every step. */
  List<ExpectedEvent> events() {
    return events;
  }

  /** The events of a step that the log has to hold, in order. */
  List<ExpectedEvent> shownIn(int step) {
    return events.stream().filter(event -> event.step() == step && event.isShown()).toList();
  }
}
