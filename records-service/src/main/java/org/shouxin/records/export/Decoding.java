package org.shouxin.records.export;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.export.watermark.Accusation;
import org.shouxin.records.export.watermark.Watermark;

/** Tells from a leaked sheet who exported it and when (R-RC-15, docs/watermark.md). */
@ApplicationScoped
class Decoding {
  private static final int YEARS = 5;
  private static final int MOST = 10_000;

  private final Database database;
  private final ExportMarks marks;
  private final AuditOutbox outbox;
  private final Clock clock;

  Decoding(Database database, ExportMarks marks, AuditOutbox outbox, Clock clock) {
    this.database = database;
    this.marks = marks;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What the mark of a sheet says; {@code comparedWith} exports, strongest first. */
  record Decoded(int comparedWith, List<Exporter> exporters) {}

  /**
   * An export that the sheet comes from.
   *
   * @param votes values that have two renderings; {@code matches} of them are this export's
   * @param decoys rows that only this export has
   * @param log10OfChance how probable so many matches are by chance
   */
  record Exporter(
      String exportId,
      String exportedBy,
      String receiver,
      OffsetDateTime producedAt,
      int votes,
      int matches,
      int decoys,
      double log10OfChance) {}

  private record Compared(Export export, Watermark.Fit fit) {}

  /**
   * Compares a sheet (CSV text) with every export of the last five years.
   *
   * @throws ProblemException {@code VALUE_INVALID} when it cannot be read
   */
  Decoded decode(Actor actor, String sheet) {
    Watermark.Leaked leaked = Watermark.Leaked.of(cells(sheet));
    Instant since = clock.instant().atZone(BusinessTime.ZONE).minusYears(YEARS).toInstant();
    List<Export> exports =
        database.read(actor.controller(), handle -> ExportRows.listProduced(handle, since, MOST));
    List<Exporter> found =
        exports.stream()
            .map(export -> new Compared(export, fit(actor, leaked, export)))
            .filter(compared -> Accusation.holds(compared.fit(), exports.size()))
            .sorted(
                Comparator.comparingInt((Compared one) -> -one.fit().decoys())
                    .thenComparingDouble(one -> one.fit().log10OfChance()))
            .map(Decoding::exporter)
            .toList();
    outbox.recordDurably(
        Stream.concat(
                Stream.of(
                    AuditEvents.of(actor, "export.watermark.decoded", clock)
                        .count(found.size())
                        .build()),
                found.stream()
                    .map(exporter ->
                        AuditEvents.of(actor, "export.watermark.found", clock)
                            .resource(Exports.RESOURCE, exporter.exportId())
                            .concerns("employee:" + exporter.exportedBy())
                            .build()))
            .toList());
    return new Decoded(exports.size(), found);
  }

  private Watermark.Fit fit(Actor actor, Watermark.Leaked leaked, Export export) {
    return leaked.fit(marks.key(actor.controller(), export.id()), rows(export));
  }

  private static int rows(Export export) {
    return Objects.requireNonNull(export.markedRows(), "a fetched export has rows");
  }

  private static Exporter exporter(Compared compared) {
    Export export = compared.export();
    Watermark.Fit fit = compared.fit();
    return new Exporter(
        export.id().toString(),
        export.requestedBy(),
        export.receiver(),
        ExportView.shanghai(
            Objects.requireNonNull(export.producedAt(), "a fetched export has its time")),
        fit.votes(),
        fit.matches(),
        fit.decoys(),
        fit.log10OfChance());
  }

  private static List<List<String>> cells(String sheet) {
    try (CsvReader<CsvRecord> lines =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(sheet)) {
      return lines.stream().map(CsvRecord::getFields).toList();
    } catch (CsvParseException unreadable) {
      throw new ProblemException(ProblemCode.VALUE_INVALID, null, unreadable);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
