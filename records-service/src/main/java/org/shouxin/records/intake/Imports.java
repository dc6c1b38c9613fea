package org.shouxin.records.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.Problem;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.intake.book.BookFault;
import org.shouxin.records.intake.book.BookRefused;
import org.shouxin.records.intake.row.BookReading;

/** Takes books of business in: each file once, whoever sends it however often. */
@ApplicationScoped
class Imports {
  private final Database database;
  private final Spool spool;
  private final ImportRunner runner;
  private final IntakeConfig config;
  private final Clock clock;

  Imports(Database database, Spool spool, ImportRunner runner, IntakeConfig config, Clock clock) {
    this.database = database;
    this.spool = spool;
    this.runner = runner;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Receives a file and starts to read it.
   *
   * @throws ProblemException {@code IMPORT_UNREADABLE} with the fault when it is no book, {@code
   *     IMPORT_RUNNING} when the same file is being read, {@code IMPORT_TOO_LARGE}
   */
  BookImport receive(Actor actor, InputStream body) throws IOException {
    Spool.Arrived arrived = spool.receive(actor.controller(), body);
    try {
      BookReading.open(
          spool.content(actor.controller(), arrived.file()), number -> false, LocalDate.now(clock));
      return begin(actor, arrived);
    } catch (BookRefused refused) {
      throw unreadable(refused.fault());
    } finally {
      spool.delete(arrived.file());
    }
  }

  /**
   * An import of the actor's controller.
   *
   * @throws ProblemException {@code IMPORT_NOT_FOUND}
   */
  BookImport get(Actor actor, UUID id) {
    return database
        .read(actor.controller(), handle -> ImportTable.find(handle, id))
        .orElseThrow(() -> new ProblemException(ProblemCode.IMPORT_NOT_FOUND));
  }

  static ProblemException unreadable(BookFault fault) {
    return new ProblemException(
        ProblemCode.IMPORT_UNREADABLE,
        fault.remedy(),
        List.of(new Problem.Fault("file", fault.name(), fault.remedy())));
  }

  private BookImport begin(Actor actor, Spool.Arrived arrived) throws IOException {
    UUID id = Ids.next();
    OffsetDateTime now = OffsetDateTime.now(clock);
    Path file = spool.path(actor.controller(), id);
    boolean fresh =
        database.write(
            actor.controller(),
            handle -> ImportTable.insert(handle, actor, id, arrived.sha256(), arrived.size(), now));
    if (!fresh) {
      return again(actor, arrived, id, now);
    }
    spool.keep(arrived, actor.controller(), id);
    runner.enqueue(actor.controller(), id, file);
    return get(actor, id);
  }

  /** The same file once more: read before, being read, or left behind by a process that is gone. */
  private BookImport again(Actor actor, Spool.Arrived arrived, UUID id, OffsetDateTime now)
      throws IOException {
    BookImport first =
        database
            .read(actor.controller(), handle -> ImportTable.findByDigest(handle, arrived.sha256()))
            .orElseThrow(() -> new ProblemException(ProblemCode.CONFLICT));
    if (first.state() == ImportState.RUNNING) {
      boolean stale =
          !runner.has(first.id()) && first.touchedAt().isBefore(now.minus(config.staleAfter()));
      if (!stale
          || !database.write(
              actor.controller(), handle -> ImportTable.takeOver(handle, first, now))) {
        throw new ProblemException(ProblemCode.IMPORT_RUNNING);
      }
      Path file = spool.keep(arrived, actor.controller(), first.id());
      runner.enqueue(actor.controller(), first.id(), file);
      return first;
    }
    database.write(
        actor.controller(),
        handle -> {
          ImportTable.insertDuplicate(
              handle, actor, id, arrived.sha256(), arrived.size(), first.id(), now);
          return id;
        });
    return get(actor, id);
  }
}
