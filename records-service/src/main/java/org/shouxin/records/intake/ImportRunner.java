package org.shouxin.records.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;

/**
 * One worker that reads the imports of this process, one after the other; goes on after a crash.
 */
@ApplicationScoped
class ImportRunner {
  private static final Logger LOG = Logger.getLogger(ImportRunner.class);
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("intake").daemon().factory());
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
  private final ImportReading reading;
  private final Spool spool;
  private final Database database;

  ImportRunner(ImportReading reading, Spool spool, Database database) {
    this.reading = reading;
    this.spool = spool;
    this.database = database;
  }

  void start(@Observes StartupEvent event) {
    List<Spool.Waiting> left = spool.listWaiting();
    worker.execute(() -> resume(left));
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.set(true);
    worker.shutdownNow();
  }

  void enqueue(ControllerId controller, UUID id, Path file) {
    waiting.add(id);
    worker.execute(() -> read(controller, id, file));
  }

  /** True for an import that this process reads or will read. */
  boolean has(UUID id) {
    return waiting.contains(id);
  }

  /**
   * Goes on with what a crash or a stop interrupted; what another process keeps here is left alone.
   */
  private void resume(List<Spool.Waiting> interrupted) {
    for (Spool.Waiting left : interrupted) {
      Optional<ImportState> state =
          DatabaseTrouble.outlast(
              stopping::get,
              () ->
                  database.read(
                      left.controller(),
                      handle -> ImportTable.find(handle, left.id()).map(BookImport::state)));
      if (state.isPresent()) {
        LOG.infof("import %s goes on", left.id());
        read(left.controller(), left.id(), left.file());
      }
    }
  }

  private void read(ControllerId controller, UUID id, Path file) {
    waiting.add(id);
    try {
      if (reading.read(controller, id, spool.content(controller, file), stopping::get)) {
        spool.delete(file);
      }
    } catch (DatabaseTrouble.Stopped interrupted) {
      LOG.infof("import %s was interrupted and goes on at the next start", id);
    } catch (RuntimeException fault) {
      // Only names of classes: messages of the database layer quote the values of a statement.
      LOG.errorf("import %s stopped by a fault of ours: %s", id, causes(fault));
      spool.delete(file);
    } finally {
      waiting.remove(id);
    }
  }

  private static String causes(Throwable fault) {
    StringBuilder names = new StringBuilder();
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      StackTraceElement[] trace = cause.getStackTrace();
      names.append(cause.getClass().getName());
      names.append(trace.length == 0 ? "" : " at " + trace[0]).append("; ");
    }
    return names.toString();
  }
}
