package org.shouxin.records.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.access.StaffRoster;
import org.shouxin.records.customer.CustomerRegister;
import org.shouxin.records.customer.Provenance;
import org.shouxin.records.intake.book.BookFile;
import org.shouxin.records.intake.book.BookRefused;
import org.shouxin.records.intake.row.BookReading;
import org.shouxin.records.intake.row.IntakeRow;
import org.shouxin.records.vault.BlindIndex;
import org.shouxin.records.vault.BlindIndexes;
import org.shouxin.records.vault.IndexKind;

/** Reads one book into the register, batch by batch; each batch commits with its checkpoint. */
@ApplicationScoped
class ImportReading {
  private final Database database;
  private final CustomerRegister register;
  private final StaffRoster staff;
  private final BlindIndexes indexes;
  private final AuditOutbox outbox;
  private final IntakeConfig config;
  private final Clock clock;

  ImportReading(
      Database database,
      CustomerRegister register,
      StaffRoster staff,
      BlindIndexes indexes,
      AuditOutbox outbox,
      IntakeConfig config,
      Clock clock) {
    this.database = database;
    this.register = register;
    this.staff = staff;
    this.indexes = indexes;
    this.outbox = outbox;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Reads from the checkpoint to the end.
   *
   * @param stopping true when the process goes down
   * @return false when it was interrupted and the file is still needed
   */
  boolean read(ControllerId controller, UUID id, BookFile file, BooleanSupplier stopping) {
    try {
      BookImport begun =
          DatabaseTrouble.outlast(
              stopping,
              () ->
                  database.read(controller, handle -> ImportTable.find(handle, id).orElseThrow()));
      if (begun.state() != ImportState.RUNNING) {
        return true;
      }
      LocalDate day = begun.receivedAt().atZoneSameInstant(BusinessTime.ZONE).toLocalDate();
      try (Progress progress = new Progress(begun, stopping)) {
        BookReading.open(file, staffPhones(controller, stopping), day).forEach(progress::take);
        progress.end();
      }
      finish(begun, stopping, ImportState.COMPLETED, null);
      return true;
    } catch (DatabaseTrouble.Stopped interrupted) {
      return false;
    } catch (BookRefused refused) {
      return fail(controller, id, stopping, refused.fault().name());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (RuntimeException fault) {
      if (stopping.getAsBoolean()) {
        return false;
      }
      fail(controller, id, stopping, "INTERNAL");
      throw fault;
    }
  }

  private boolean fail(ControllerId controller, UUID id, BooleanSupplier stopping, String refusal) {
    BookImport begun =
        DatabaseTrouble.outlast(
            stopping,
            () -> database.read(controller, handle -> ImportTable.find(handle, id).orElseThrow()));
    finish(begun, stopping, ImportState.FAILED, refusal);
    return true;
  }

  private Predicate<String> staffPhones(ControllerId controller, BooleanSupplier stopping) {
    Set<ByteBuffer> known =
        DatabaseTrouble.outlast(
            stopping,
            () -> database.read(controller, handle -> staff.mobileIndexes(handle, controller)));
    BlindIndex index = indexes.of(controller);
    return number ->
        !known.isEmpty()
            && index.every(IndexKind.MOBILE, number).stream()
                .map(ByteBuffer::wrap)
                .anyMatch(known::contains);
  }

  private void finish(
      BookImport begun, BooleanSupplier stopping, ImportState state, @Nullable String refusal) {
    DatabaseTrouble.outlast(
        stopping,
        () ->
            database.write(
                begun.controllerId(),
                handle -> {
                  ImportTable.finish(handle, begun.id(), state, refusal, OffsetDateTime.now(clock));
                  BookImport ended = ImportTable.find(handle, begun.id()).orElseThrow();
                  outbox.record(
                      handle,
                      AuditEvents.of(begun.sender(), "book.imported", clock)
                          .resource("import", begun.id().toString())
                          .count(ended.rowsAccepted())
                          .build());
                  return state;
                }));
  }

  /** A batch whose answer got lost is found by its checkpoint and not committed again. */
  private boolean commit(BookImport begun, Batch batch) {
    ControllerId controller = begun.controllerId();
    return database.write(
        controller,
        handle -> {
          OffsetDateTime now = OffsetDateTime.now(clock);
          if (!ImportTable.advance(handle, begun.id(), batch, now)) {
            BookImport current = ImportTable.find(handle, begun.id()).orElseThrow();
            if (current.checkpointRow() == batch.lastRow()) {
              return false;
            }
            throw new DatabaseTrouble.Stopped();
          }
          ImportTable.insertDefects(handle, controller, begun.id(), batch.rows());
          ImportTable.addAdmission(
              handle,
              begun.id(),
              register.admit(
                  handle,
                  controller,
                  begun.sender(),
                  Provenance.unverified("import:" + begun.id(), clock.instant()),
                  batch.policies()));
          return true;
        });
  }

  /** Collects rows into batches; each is committed while the next one is read. */
  private final class Progress implements AutoCloseable {
    private final BatchQueue queue;
    private final List<IntakeRow> rows = new ArrayList<>();
    private long checkpoint;

    Progress(BookImport begun, BooleanSupplier stopping) {
      this.checkpoint = begun.checkpointRow();
      this.queue =
          new BatchQueue(batch -> DatabaseTrouble.outlast(stopping, () -> commit(begun, batch)));
    }

    void take(IntakeRow row) {
      if (row.number() <= checkpoint && rows.isEmpty()) {
        return;
      }
      rows.add(row);
      if (rows.size() >= config.batchRows()) {
        flush();
      }
    }

    void end() {
      if (!rows.isEmpty()) {
        flush();
      }
      queue.drain();
    }

    private void flush() {
      Batch batch = new Batch(checkpoint, rows);
      queue.put(batch);
      checkpoint = batch.lastRow();
      rows.clear();
    }

    @Override
    public void close() {
      queue.close();
    }
  }
}
