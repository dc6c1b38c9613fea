package org.shouxin.audit.checkpoint;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** Starts the publisher of one replica outside Quarkus, for tests with real processes. */
public final class ReplicaLog {
  private ReplicaLog() {}

  /**
   * A running publisher.
   *
   * @param keys folder with the log's key, the same for all replicas
   * @param own folder of this replica alone, for its last checkpoint
   */
  public static Publisher start(LogState state, DataSource database, Path keys, Path own) {
    LogConfig config = new Settings(keys, own);
    Publisher publisher =
        new Publisher(
            state,
            new LogStore(database),
            new SigningKeyFile(config),
            new MlDsaKeyFile(config),
            config,
            Clock.systemUTC(),
            new SimpleMeterRegistry());
    publisher.start(new StartupEvent());
    return publisher;
  }

  private record Settings(Path keys, Path own) implements LogConfig {
    @Override
    public String origin() {
      return "example.com/log";
    }

    @Override
    public Path signingKeyFile() {
      return keys.resolve("signing-key");
    }

    @Override
    public Optional<Path> previousSigningKeyFile() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> mlDsaKeyFile() {
      return Optional.empty();
    }

    @Override
    public boolean createSigningKey() {
      return true;
    }

    @Override
    public Path checkpointFile() {
      return own.resolve("checkpoint");
    }

    @Override
    public Optional<Path> witnessPolicy() {
      return Optional.empty();
    }

    @Override
    public Duration checkpointInterval() {
      return Duration.ofMillis(20);
    }
  }
}
