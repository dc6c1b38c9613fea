package org.shouxin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Books of business of any size, from the generator that records-service ships. */
final class SampleBooks {
  private static final String GENERATOR = "org.shouxin.records.intake.sample.SampleBook";

  private SampleBooks() {}

  /** The book's file; {@code book-sample.csv} beside {@code staff-sample.csv}. */
  static Path book(Bed bed, int rows, long seed) {
    Path folder = bed.layout().home().resolve("books").resolve(rows + "-" + seed);
    Path book = folder.resolve("book-sample.csv");
    if (Files.exists(book)) {
      return book;
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Programs.run(
        bed.layout().project(),
        "records-service",
        GENERATOR,
        List.of(folder.toString(), Integer.toString(rows), Long.toString(seed)),
        Map.of());
    return book;
  }
}
