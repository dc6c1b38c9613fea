package org.shouxin.audit.checkpoint;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * The thread that integrates committed entries into the tree and publishes checkpoints; on the
 * leading replica it signs them, on the others it follows and checks. Whatever fails is tried
 * again; what contradicts a signature halts the log.
 */
@Singleton
public class Publisher {
  private static final Logger LOG = Logger.getLogger(Publisher.class);
  private static final long RETRY_MILLIS = 1_000;
  private static final long IDLE_MILLIS = 250;

  private final LogState state;
  private final Integrator integrator;
  private final Duration interval;
  private final LogKey key;
  private final Optional<MlDsaKey> secondKey;
  private final Witnesses witnesses;
  private final MeterRegistry metrics;
  private final AtomicReference<Optional<Publication>> published =
      new AtomicReference<>(Optional.empty());
  private final Clock clock;
  private volatile boolean running = true;
  private volatile Instant agreedAt;

  @Inject
  Publisher(
      LogState state,
      LogStore store,
      SigningKeyFile keyFile,
      MlDsaKeyFile secondKeyFile,
      LogConfig config,
      Clock clock,
      MeterRegistry metrics) {
    this.state = state;
    this.key = keyFile.load();
    this.secondKey = secondKeyFile.load();
    this.interval = config.checkpointInterval();
    this.integrator =
        new Integrator(store, keyFile.loadKeys(), new DurableFile(config.checkpointFile()), clock);
    this.witnesses =
        new Witnesses(WitnessPolicy.read(config.witnessPolicy()), store::size, metrics);
    this.metrics = metrics;
    this.clock = clock;
    this.agreedAt = clock.instant();
    metrics.gauge(
        "shouxin.log.size", published, p -> p.get().map(x -> (double) x.tree().size()).orElse(0d));
    metrics.gauge("shouxin.log.unverified.age.seconds", this, Publisher::ageOfLastLook);
    metrics.gauge("shouxin.log.witnesses", witnesses, Witnesses::number);
    metrics.gauge("shouxin.log.cosignatures", this, Publisher::cosignatures);
  }

  /** What outsiders see now; nothing before the first checkpoint. */
  public Optional<Publication> current() {
    return published.get();
  }

  /** The key that outsiders verify checkpoints with. */
  public VerifierKey verifierKey() {
    return key.verifierKey();
  }

  /** The second key's verifier key, where the log has one. */
  Optional<String> secondVerifierKey() {
    return secondKey.map(MlDsaKey::toString);
  }

  /** Seconds since the stored log was last found to agree with what is signed. */
  private double ageOfLastLook() {
    return Duration.between(agreedAt, clock.instant()).toMillis() / 1_000d;
  }

  /** How many witnesses are to cosign each checkpoint. */
  int witnesses() {
    return witnesses.number();
  }

  /** How many of them have cosigned what outsiders see now. */
  int cosignatures() {
    return current().map(witnesses::cosignatures).orElse(0);
  }

  void start(@Observes StartupEvent started) {
    Thread.ofPlatform().name("log-publisher").daemon().start(this::run);
  }

  void stop(@Observes ShutdownEvent stopping) {
    running = false;
    state.appended();
  }

  private void run() {
    boolean loaded = false;
    while (running && state.haltedBecause() == null) {
      try {
        if (!loaded) {
          integrator.load();
          loaded = true;
          state.found();
        }
        boolean more = step();
        agreedAt = clock.instant();
        if (!more) {
          state.awaitAppended(state.isLeading() ? IDLE_MILLIS : interval.toMillis());
        }
        Thread.sleep(interval);
      } catch (InterruptedException stop) {
        running = false;
      } catch (CorruptLogException contradiction) {
        metrics.counter("shouxin.log.halted").increment();
        LOG.errorf("the log halts: %s", contradiction.getMessage());
        state.halt(String.valueOf(contradiction.getMessage()));
      } catch (SQLException | IOException | RuntimeException | AssertionError failed) {
        metrics.counter("shouxin.log.publication.failures").increment();
        LOG.warnf(failed, "no checkpoint could be published, trying again");
        loaded = false;
        pause();
      }
    }
  }

  private boolean step() throws SQLException, IOException {
    Optional<Publication> next =
        (state.isLeading() ? integrator.sign() : integrator.follow()).map(this::signedTwice);
    // Cosigned before it is shown; when a witness is away, shown without it and asked again later.
    next.or(published::get)
        .filter(publication -> !witnesses.haveSigned(publication))
        .or(() -> next)
        .map(witnesses::cosigned)
        .ifPresent(publication -> published.set(Optional.of(publication)));
    if (next.isPresent()) {
      metrics.counter("shouxin.log.checkpoints").increment();
    }
    return next.isPresent();
  }

  /** With the second key's line, made anew wherever a checkpoint is shown and stored nowhere. */
  private Publication signedTwice(Publication publication) {
    return secondKey
        .map(second ->
            publication.with(List.of(second.cosign(publication.checkpoint(), publication.at()))))
        .orElse(publication);
  }

  private void pause() {
    try {
      Thread.sleep(RETRY_MILLIS);
    } catch (InterruptedException stop) {
      running = false;
    }
  }
}
