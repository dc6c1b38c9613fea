package org.shouxin.records.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.UUID;
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
  private final ImportReading reading;
  private final Spool spool;
  private final Database database;

  ImportRunner(ImportReading reading, Spool spool, Database database) {
    this.reading = reading;
    this.spool = spool;
    this.database = database;
  }

  void start(@Observes StartupEvent event) {
    worker.execute(this::resume);
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.set(true);
    worker.shutdownNow();
  }

  void enqueue(ControllerId controller, UUID id, Path file) {
    worker.execute(() -> read(controller, id, file));
  }

  /** Goes on with what a crash or a stop interrupted. */
  private void resume() {
    for (Spool.Waiting waiting : spool.listWaiting()) {
      boolean unfinished =
          DatabaseTrouble.outlast(
              stopping::get,
              () ->
                  database.read(
                      waiting.controller(),
                      handle ->
                          ImportTable.find(handle, waiting.id())
                              .filter(found -> found.state() == ImportState.RUNNING)
                              .isPresent()));
      if (unfinished) {
        LOG.infof("import %s goes on", waiting.id());
        read(waiting.controller(), waiting.id(), waiting.file());
      } else {
        spool.delete(waiting.file());
      }
    }
  }

  private void read(ControllerId controller, UUID id, Path file) {
    try {
      if (reading.read(controller, id, file, stopping::get)) {
        spool.delete(file);
      }
    } catch (RuntimeException fault) {
      LOG.errorf(fault, "import %s stopped by a fault of ours", id);
    }
  }
}
